import type { Page } from 'playwright';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { tellWorker } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';

/** A browser with the settings page open, and a simulator whose portal it knows and is not signed in to. */
export interface SignedOut {
  readonly simulator: Simulator;
  readonly burgee: Burgee;
  readonly options: Page;
}

export async function launchSignedOut(): Promise<SignedOut> {
  const simulator = await startSimulator({ world: 'small' });
  const burgee = await launchBurgee({ simulator });
  const own = { simulator, burgee, options: await burgee.openPage('options.html') };
  await visitPortal(own);
  return own;
}

/** As on the first day: the portal is known, nobody is signed in, nothing is registered, no other tab is open. */
export async function startAnew(own: SignedOut): Promise<void> {
  const { simulator, burgee, options } = own;
  simulator.faults.clear();
  await tellWorker(options, 'forgetPortal', { portal: startUrl });
  for (const page of burgee.context.pages()) if (/^https?:/.test(page.url())) await page.close();
  await signInButton(own).waitFor({ state: 'detached' });
  await visitPortal(own);
  simulator.ledger.clear();
}

const signInButton = ({ options }: SignedOut) => options.getByRole('button', { name: 'Sign in with AWS' });

async function visitPortal(own: SignedOut): Promise<void> {
  const portal = await own.burgee.context.newPage();
  await portal.goto(`${startUrl}/`);
  await signInButton(own).waitFor();
  await portal.close();
}
