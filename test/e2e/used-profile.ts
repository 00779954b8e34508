import { rm } from 'node:fs/promises';
import type { Page } from 'playwright';
import { startSimulator } from '../simulator/simulator';
import { launchBurgee, USED_PROFILE } from './browser';

/**
 * Makes the profile that browser tests start from: the extension was installed and greeted, and knows nothing yet. A new
 * profile costs seconds each time, as Chromium tells what an administrator has set only some seconds after its start,
 * and only the first start in a profile has to wait for that.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const simulator = await startSimulator({ world: 'small' });
  const burgee = await launchBurgee({ simulator, isFirstDay: true });
  await policyIsTold(await burgee.openPage('options.html'));
  await burgee.close({ keepProfile: true });
  await simulator.close();
  process.env[USED_PROFILE] = burgee.profile;
  return () => rm(burgee.profile, { recursive: true, force: true });
}

/** Settles when the worker has heard what an administrator has set, and has kept it. */
function policyIsTold(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const { runtime } = Reflect.get(globalThis, 'chrome') as {
      runtime: { sendMessage(message: unknown): Promise<unknown> };
    };
    return runtime.sendMessage({ call: 'policy', args: {} });
  });
}
