import type { Page } from 'playwright';
import { type Simulator, type SimulatorOptions, startSimulator } from '../simulator/simulator';
import { type Burgee, type BurgeeOptions, launchBurgee } from './browser';
import { allListed, openLauncher } from './launcher';

export const startUrl = 'https://d-1234567890.awsapps.com/start';
export const ec2 = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1';

/** Opens a console by a sign-in of the portal's, in a tab of its own or in one that is there; settles when a console's address shows. */
export async function enter(
  { context }: Pick<Burgee, 'context'>,
  accountId: string,
  roleName: string,
  destination = ec2,
  tab?: Page,
): Promise<Page> {
  const page = tab ?? (await context.newPage());
  const asked = new URLSearchParams({ portal: startUrl, account_id: accountId, role_name: roleName, destination });
  await page.goto(`https://signin.aws.amazon.com/sim/from-portal?${asked}`);
  await page.waitForURL(/^https:\/\/[^/]*console\.aws/);
  return page;
}

/** The whole way of a person who presses a role on the portal's page, which tells Burgee where it leads. */
export async function enterByPortal(
  { context }: Pick<Burgee, 'context'>,
  accountId: string,
  roleName: string,
): Promise<Page> {
  const page = await context.newPage();
  const asked = new URLSearchParams({ account_id: accountId, role_name: roleName, destination: ec2 });
  await page.goto(`${startUrl}/#/console?${asked}`);
  await page.waitForURL(/^https:\/\/[^/]*console\.aws/);
  return page;
}

/** Signs in as any ARN, as IAM users and root do. */
export async function signInAs({ context }: Pick<Burgee, 'context'>, arn: string, to = ec2, tab?: Page): Promise<Page> {
  const page = tab ?? (await context.newPage());
  await page.goto(
    `https://signin.aws.amazon.com/sim/sign-in?arn=${encodeURIComponent(arn)}&to=${encodeURIComponent(to)}`,
  );
  return page;
}

/** Somebody who is signed in at the portal and sees everything that the world holds. */
export interface SignedIn {
  readonly simulator: Simulator;
  readonly burgee: Burgee;
  close(): Promise<void>;
}

/** Signed in, and production is guarded. */
export async function guarded(options?: Omit<BurgeeOptions, 'simulator'>): Promise<SignedIn> {
  const own = await signedIn('small', options);
  const settings = await own.burgee.openPage('options.html');
  await settings.getByLabel('Ask before anything destructive').check();
  return own;
}

export async function signedIn(
  world: SimulatorOptions['world'] = 'small',
  options: Omit<BurgeeOptions, 'simulator'> = {},
): Promise<SignedIn> {
  const simulator = await startSimulator({ world });
  const burgee = await launchBurgee({ simulator, ...options });
  await burgee.signInAtPortal(startUrl);
  await allListed(await openLauncher(burgee), simulator.world);
  return {
    simulator,
    burgee,
    async close() {
      await burgee.close();
      await simulator.close();
    },
  };
}
