import type { Page } from 'playwright';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { worlds } from '../simulator/worlds';
import { type Burgee, launchBurgee } from './browser';
import { startUrl } from './console';
import { allListed, label, openLauncher, press, search } from './launcher';

export const atConsole = /^https:\/\/[^/]*console\.aws/;
const five = ['111111111111 admin', '111111111111 readonly', '222222222222 admin', '222222222222 dev', '444444444444'];

/** As many console sessions side by side as AWS allows, and the launcher that opened them. */
export async function fiveSessions(): Promise<{ simulator: Simulator; burgee: Burgee; popup: Page }> {
  const simulator = await startSimulator({ world: { ...worlds.small(), multiSession: true } });
  const burgee = await launchBurgee({ simulator });
  await burgee.signInAtPortal(startUrl);
  const popup = await openLauncher(burgee);
  await allListed(popup, simulator.world);
  for (const words of five) {
    await search(popup, words);
    await label(await press(burgee, popup, 'Control+Enter', atConsole), 'known');
  }
  return { simulator, burgee, popup };
}

/** The tabs that show a console. */
export function consolesOf({ context }: Pick<Burgee, 'context'>): Page[] {
  return context.pages().filter((page) => atConsole.test(page.url()));
}
