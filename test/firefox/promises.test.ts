import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type BurgeeInFirefox, launchFirefox } from './firefox';

const startUrl = 'https://d-1234567890.awsapps.com/start';

/** A count that can't rise would be worth nothing. */
describe('closing Firefox fails where Burgee', () => {
  let simulator: Simulator;
  let burgee: BurgeeInFirefox;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchFirefox({ simulator });
  });
  afterAll(async () => {
    await rm(burgee.profile, { recursive: true, force: true });
    await simulator.close();
  });

  test('opened a sign-in tab by itself', async () => {
    const options = await burgee.openPage('options.html');
    const tab = await burgee.opens(() => options.evaluate(openTab, `${startUrl}/`));
    await tab.find('#root button');
    await expect(burgee.close()).rejects.toThrow(`opened ${startUrl}/ without a click`);
  });
});

/** Runs in a page of the extension. */
function openTab(url: string): void {
  const { tabs } = Reflect.get(globalThis, 'browser') as { tabs: { create(what: object): Promise<unknown> } };
  void tabs.create({ url });
}
