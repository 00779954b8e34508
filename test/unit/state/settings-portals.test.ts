import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Portal } from '../../../lib/model/directory';
import { parsePortalAddress, type StartUrl } from '../../../lib/model/portal';
import { createSettings, type SettingsWorld } from '../../../lib/state/settings';
import { createUndo } from '../../../lib/state/undo';
import { createSoakedBrowser } from '../worker/soaked-browser';

function at(name: string): StartUrl {
  const parsed = parsePortalAddress(`https://${name}.awsapps.com/start`);
  if (!parsed.ok) throw new Error(name);
  return parsed.address.startUrl;
}

const [first, second, third, other] = [at('first'), at('second'), at('third'), at('other')];
const portal: Portal = { startUrl: second, region: 'eu-west-1', partition: 'aws', name: 'Work', alsoAt: [other] };

describe('the portals in the settings', () => {
  let browser: Awaited<ReturnType<typeof createSoakedBrowser>>;
  let isAnswering = true;

  beforeAll(async () => {
    browser = await createSoakedBrowser(async () => new Response('{}'), Math.random);
  });
  beforeEach(async () => {
    isAnswering = true;
    for (const { startUrl } of await portals()) await browser.store.removePortal(startUrl);
    for (const [place, startUrl] of [first, second, third].entries())
      await browser.store.putPortal({ ...portal, alsoAt: [], startUrl, place, ...(startUrl === second ? portal : {}) });
  });

  const portals = async (): Promise<readonly Portal[]> => (await browser.store.directory()).portals;

  /** The settings of a page that talks to the worker; `connectPortal` can be cut off. */
  async function openSettings() {
    const background = new Proxy({} as SettingsWorld['background'], {
      get: (_, name) => (args: object) => {
        if (name === 'connectPortal' && !isAnswering)
          return Promise.resolve({ ok: false, failure: { reason: 'managed' } });
        const calls = browser.worker().calls as Record<string, { parse(raw: object): object; run: Function }>;
        return calls[String(name)]?.run(calls[String(name)]?.parse(args), { kind: 'page' });
      },
    });
    const undo = createUndo();
    const world = {
      background,
      read: async () => ({ directory: await browser.store.directory() }),
      readStatus: async () => ({ revision: 0, portals: [], storage: 'healthy' }),
      permissions: { missing: async () => [] },
      forgetFirstRows: () => {},
      now: () => 0,
    };
    const settings = createSettings(world as unknown as SettingsWorld, undo);
    await settings.load();
    return { settings, undo };
  }

  test('one whose removal is taken back has its place, its name and its other addresses again', async () => {
    const { settings, undo } = await openSettings();
    await settings.remove(portal);
    expect((await portals()).map(({ startUrl }) => startUrl)).toEqual([first, third]);
    await undo.undo();
    expect((await portals()).map(({ startUrl }) => startUrl)).toEqual([first, second, third]);
    expect((await portals())[1]).toMatchObject({ name: 'Work', alsoAt: [other] });
  });

  test('one whose removal is taken back has no address that is a portal by itself now', async () => {
    const { settings, undo } = await openSettings();
    await settings.remove(portal);
    await browser.store.putPortal({ startUrl: other, region: 'eu-west-1', partition: 'aws', name: '' });
    await undo.undo();
    expect((await portals()).map(({ startUrl }) => startUrl)).toEqual([first, second, third, other]);
    expect((await portals())[1]?.alsoAt).toBeUndefined();
  });

  test('one that cannot be connected again stays away, which is told', async () => {
    const { settings, undo } = await openSettings();
    await settings.remove(portal);
    isAnswering = false;
    await undo.undo();
    expect(settings.failure.value).toEqual({ reason: 'managed' });
    expect((await portals()).map(({ startUrl }) => startUrl)).toEqual([first, third]);
  });

  test('one goes down as far as it was told to, however quickly that was', async () => {
    const { settings } = await openSettings();
    const shown = (): readonly StartUrl[] => settings.summary.value.portals.map(({ portal: own }) => own.startUrl);
    const moves = [settings.move(first, 1), settings.move(first, 1)];
    expect(shown()).toEqual([second, third, first]);
    await Promise.all(moves);
    expect(shown()).toEqual([second, third, first]);
    expect((await portals()).map(({ startUrl }) => startUrl)).toEqual([second, third, first]);
  });
});
