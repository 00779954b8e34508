import type { Page } from 'playwright';
import { type Burgee, launchBurgee } from '../e2e/browser';
import { type Simulator, startSimulator } from '../simulator/simulator';
import type { WorldName } from '../simulator/worlds';

export const startUrl = 'https://d-1234567890.awsapps.com/start';

export interface Scene {
  readonly simulator: Simulator;
  readonly burgee: Burgee;
  close(): Promise<void>;
}

export interface SceneOptions {
  readonly world?: WorldName;
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
}

/** A browser with Burgee, taking the simulator for AWS. */
export async function openScene({
  world = 'small',
  headless = true,
  colorScheme = 'light',
}: SceneOptions = {}): Promise<Scene> {
  const simulator = await startSimulator({ world });
  const burgee = await launchBurgee({ simulator, headless, colorScheme });
  return {
    simulator,
    burgee,
    async close() {
      await burgee.close();
      await simulator.close();
    },
  };
}

/** The popup in a tab of its size, with the whole list. */
export async function openPopup({ burgee }: Scene, size = { width: 460, height: 560 }): Promise<Page> {
  const page = await burgee.openPage('popup.html');
  await page.setViewportSize(size);
  await page.locator('[role=status][data-inventory=complete]').waitFor({ timeout: 600_000 });
  return page;
}

/** A console tab by the portal's own link. */
export async function openConsole({ burgee }: Scene, accountId: string, roleName: string): Promise<Page> {
  const page = await burgee.context.newPage();
  const destination = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1';
  await page.goto(
    `${startUrl}/#/console?account_id=${accountId}&role_name=${roleName}&destination=${encodeURIComponent(destination)}`,
  );
  await page.waitForURL(/^https:\/\/[^/]*console\.aws/);
  await page.locator('burgee-label[data-state=known][data-level]').waitFor({ state: 'attached' });
  return page;
}
