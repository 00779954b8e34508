import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { journeys, onePerPartition } from '../journey/host-forms';
import { isLong } from '../e2e/how-long';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type BurgeeInFirefox, launchFirefox } from './firefox';

/** One form of each partition; all of them in a long run. */
const walked = isLong ? journeys : onePerPartition;
const named = walked.map((journey) => [journey.form, journey] as const);

describe('the journey from a portal of every host form, in Firefox', () => {
  let simulator: Simulator;
  let burgee: BurgeeInFirefox;

  beforeAll(async () => {
    const portals = walked.map(({ portal }) => portal);
    simulator = await startSimulator({ world: { portals, multiSession: false } });
    simulator.settings.throttle = { burst: 100, perSecond: 100 };
    burgee = await launchFirefox({ simulator });
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test.each(named)('%s: the portal is signed in to', async (_, { portal }) => {
    await (await burgee.signInAtPortal(portal.startUrl)).close();
  });

  test('all are listed side by side', async () => {
    const { portals } = simulator.world;
    const accounts = portals.flatMap((portal) => portal.accounts);
    const roles = accounts.reduce((sum, account) => sum + account.roles.length, 0);
    const apps = portals.flatMap((portal) => portal.apps).length;
    const popup = await burgee.openPage('popup.html');
    await popup.find(
      `[role=status][data-inventory=complete][data-accounts="${accounts.length}"][data-roles="${roles}"][data-apps="${apps}"]`,
    );
    await popup.close();
  });

  test.each(named)('%s: words find a page of its partition, and it opens with its label', async (_, journey) => {
    const { portal, production, spokenRegion, s3 } = journey;
    const popup = await burgee.openPage('popup.html');
    await popup.type(`s3 ${spokenRegion} ${production.id} admin`);
    await popup.find(
      `[role=option][aria-selected=true][data-portal="${portal.startUrl}"][data-account-id="${production.id}"]`,
    );
    const tab = await burgee.opens(() => popup.press('Enter').catch(() => undefined));
    const label = await tab.find(
      `burgee-label[data-state=known][data-account-id="${production.id}"][data-level=production]`,
    );
    expect(label).toMatchObject({ 'data-role-name': 'AdministratorAccess' });
    expect(label['aria-label']).toContain(`${production.name}, ${production.id}`);
    expect((await tab.where()).url).toBe(s3);
    await tab.close();
  });

  test('no API was asked with cookies, and none outside the portals’ own regions', () => {
    const regions = new Set(simulator.world.portals.map(({ region }) => region));
    const asked = simulator.ledger.entries.filter(({ op }) => op !== '').map(({ host }) => host);
    expect(simulator.ledger.apiCallsWithCookies()).toEqual([]);
    expect(simulator.ledger.tokensSeenElsewhere()).toEqual([]);
    expect(asked.filter((host) => ![...regions].some((region) => host.includes(`.${region}.`)))).toEqual([]);
    expect(burgee.errors).toEqual([]);
  });
});
