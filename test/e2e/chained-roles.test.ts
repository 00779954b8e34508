import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import type { WorldName } from '../simulator/worlds';
import { type Burgee, launchBurgee } from './browser';
import { sampled } from './how-long';
import { allListed, arrives, label, openLauncher, press, search, tellWorker } from './launcher';

const portal = 'https://d-1234567890.awsapps.com/start';
const from = { portal, accountId: '111111111111', roleName: 'AdministratorAccess' };
const nord = { accountId: '999988887777', roleName: 'ops/Deploy', label: 'Customer Nord', colour: '#187df0', from };
const SWITCH = /^https:\/\/signin\.aws\.amazon\.com\/switchrole\?/;

describe.each(sampled<WorldName>(['small', 'small-multi-session'], 1))('a chained role in the %s world', (world) => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world });
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(portal);
    popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    await tellWorker(popup, 'setChained', { roles: [nord] });
  });
  afterAll(async () => {
    expect(burgee.errors).toEqual([]);
    await burgee.close();
    await simulator.close();
  });

  test('is switched to in one tab, and its console says the role, the label and the colour', async () => {
    await expect.poll(async () => (await search(popup, 'nord'))[0]?.accountId).toBe(nord.accountId);
    const tab = await press(burgee, popup, 'Enter', SWITCH);
    await tab.locator('#switchrole_input_button').click();
    const shown = await label(tab, 'known');
    expect(shown).toMatchObject({ 'data-account-id': nord.accountId, 'data-colour': nord.colour });
    expect(shown['aria-label']).toContain(nord.label);
    await tab.close();
  });

  test('is among what was used of late the next time', async () => {
    popup = await openLauncher(burgee);
    await expect.poll(async () => (await search(popup, ''))[0]?.accountId).toBe(nord.accountId);
  });

  test('waits for the sign-in where the portal is signed out, then goes on', async () => {
    await tellWorker(popup, 'signOut', { portal });
    await popup.locator('[data-inventory=ended]').waitFor();
    await search(popup, 'nord deploy');
    const tab = await press(burgee, popup, 'Enter', /awsapps\.com/);
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await tab.locator('#sign-in').click();
    await arrives(tab, SWITCH);
    await tab.close();
  });

  test('leaves a console alone that was opened for its own sake', async () => {
    popup = await openLauncher(burgee);
    await search(popup, `${from.accountId} administrator`);
    const tab = await press(burgee, popup, 'Enter', /^https:\/\/[^/]*console\.aws/);
    await label(tab, 'known');
    await tab.reload();
    await label(tab, 'known');
    expect(tab.url()).not.toMatch(SWITCH);
  });
});
