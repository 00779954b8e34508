import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { worlds } from '../simulator/worlds';
import { type Burgee, launchBurgee } from './browser';
import { sampled } from './how-long';
import { pressInLabel } from './inside-label';
import { allListed, label, labelled, openLauncher, press, search, tellWorker } from './launcher';

const [first, second] = worlds['two-portals']().portals;
if (!first || !second) throw new Error('the world has two portals');
const atConsole = /^https:\/\/[^/]*console\.aws/;

let simulator: Simulator;
let burgee: Burgee;

beforeAll(async () => {
  const both = [first, { ...second, accounts: first.accounts }];
  simulator = await startSimulator({ world: { portals: both, multiSession: false } });
  burgee = await launchBurgee({ simulator });
  for (const { startUrl } of both) await burgee.signInAtPortal(startUrl);
});
afterAll(async () => {
  expect(burgee.errors).toEqual([]);
  await burgee.close();
  await simulator.close();
});

test.each(sampled([first.startUrl, second.startUrl], 1))(
  'the label links to %s where its console was opened there',
  async (at) => {
    const popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    await search(popup, `${at}/#/console?account_id=111111111111&role_name=ReadOnlyAccess`);
    const tab = await press(burgee, popup, 'Enter', atConsole);
    await labelled(tab, '111111111111', 'production');
    await burgee.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(tab.url()).origin });
    await burgee.killWorker();
    await pressInLabel(tab, '⋯');
    await pressInLabel(tab, 'Copy link to this page');
    const copied = (): Promise<string> => tab.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain(`${at}/#/console?account_id=111111111111&role_name=ReadOnlyAccess`);
  },
);

describe('once the second portal is removed', () => {
  let settings: Page;

  beforeAll(async () => {
    settings = await burgee.openPage('options.html');
  });

  test('the launcher leaves its account, and nothing opens there from a list that was read before', async () => {
    const popup = await openLauncher(burgee);
    await search(popup, `${second.startUrl}/#/console?account_id=222222222222&role_name=DeveloperAccess`);
    await popup.keyboard.press('ArrowRight');
    await popup.getByPlaceholder('Role or action').waitFor();
    await tellWorker(settings, 'forgetPortal', { portal: second.startUrl });
    await popup.getByText('This account is no longer there').waitFor();
    await popup.getByPlaceholder('Role or action').waitFor({ state: 'detached' });
    const before = burgee.context.pages().length;
    const target = { portal: second.startUrl, accountId: '222222222222', roleName: 'DeveloperAccess', where: 'tab' };
    const answer = await settings.evaluate(async (args) => {
      const { runtime } = Reflect.get(globalThis, 'chrome') as {
        runtime: { sendMessage(message: unknown): Promise<unknown> };
      };
      return runtime.sendMessage({ call: 'openConsole', args });
    }, target);
    expect(answer).toMatchObject({ ok: false, failure: { reason: 'gone', what: 'portal' } });
    expect(burgee.context.pages()).toHaveLength(before);
  });

  test('a hotkey opens the first pin that the launcher shows', async () => {
    for (const key of [
      `account|${second.startUrl}|222222222222`,
      `account|${first.startUrl}|111111111111`,
      `role|${first.startUrl}|222222222222|DeveloperAccess`,
    ])
      await tellWorker(settings, 'pin', { key });
    await tellWorker(settings, 'hide', { key: `account|${first.startUrl}|111111111111` });
    const opened = burgee.context.waitForEvent('page');
    burgee.personActs();
    await (
      await burgee.worker()
    ).evaluate(() => {
      const { commands } = Reflect.get(globalThis, 'chrome') as {
        commands: { onCommand: { dispatch(command: string): void } };
      };
      commands.onCommand.dispatch('open-pin-1');
    });
    expect(await label(await opened, 'known')).toMatchObject({
      'data-account-id': '222222222222',
      'data-role-name': 'DeveloperAccess',
    });
  });
});
