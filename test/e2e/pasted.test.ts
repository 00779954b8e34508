import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { worlds } from '../simulator/worlds';
import { type Burgee, launchBurgee } from './browser';
import { sampled } from './how-long';
import { allListed, labelled, openLauncher, press, search, shownRows } from './launcher';

const [first, second] = worlds['two-portals']().portals.map(({ startUrl }) => startUrl);
if (!first || !second) throw new Error('the world has two portals');
const logs = 'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:logs-insights';
const atConsole = /^https:\/\/[^/]*console\.aws/;

describe('a pasted address', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'two-portals' });
    burgee = await launchBurgee({ simulator });
    for (const portal of [first, second]) await burgee.signInAtPortal(portal);
    popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
  });
  afterEach(() => expect(burgee.errors).toEqual([]));
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  const origins = (): string[] => simulator.ledger.calls('FederateConsole').map(({ origin }) => origin);

  test('with a query of 4,000 characters opens', async () => {
    await search(popup, `${logs}?queryDetail=${'x'.repeat(4_000)}&account=111111111111`);
    const tab = await press(burgee, popup, 'Enter', atConsole);
    expect(tab.url().length).toBeGreaterThan(4_000);
    popup = await openLauncher(burgee);
  });

  test.each(sampled([first, second], 1))('that was shared from %s opens there', async (portal) => {
    await search(popup, `${portal}/#/console?account_id=222222222222`);
    const tab = await press(burgee, popup, 'Enter', atConsole);
    await labelled(tab, '222222222222', 'development');
    expect(origins().at(-1)).toBe(new URL(portal).origin);
    popup = await openLauncher(burgee);
  });

  test('of a portal that is not connected offers to connect it', async () => {
    const other = 'https://d-9999999999.awsapps.com/start';
    await popup.getByRole('combobox').fill(`${other}/#/console?account_id=999999999999`);
    const opened = burgee.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Connect a portal' }).click();
    const address = (await opened).getByRole('textbox', { name: 'Access portal address' });
    await expect.poll(() => address.inputValue()).toBe(other);
    await (await opened).close();
  });

  test('of one that is connected offers nothing of the kind', async () => {
    await popup.getByRole('combobox').fill(first);
    await popup.getByText('Nothing matches').waitFor();
    expect(await popup.getByRole('button', { name: 'Connect a portal' }).count()).toBe(0);
  });

  test('with a role that one does not have says so and opens no other', async () => {
    const before = burgee.context.pages().length;
    const [offered] = await search(popup, `${first}/#/console?account_id=111111111111&role_name=BreakGlassReadOnly`);
    expect(offered).toMatchObject({ kind: 'account', accountId: '111111111111' });
    await popup.getByText('This role is no longer there').waitFor();
    await popup.keyboard.press('Enter');
    await expect.poll(async () => (await shownRows(popup))[0]?.kind).toBe('role');
    await popup.getByText('This role is no longer there').waitFor();
    expect(burgee.context.pages()).toHaveLength(before);
  });
});
