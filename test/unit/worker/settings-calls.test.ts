import { describe, expect, test } from 'vitest';
import { readText } from '../../../lib/model/import/read-file';
import { noPolicy } from '../../../lib/model/policy';
import type { SettingsDocument } from '../../../lib/model/settings-document';
import { createSettingsCalls } from '../../../lib/worker/settings-calls';
import { createSoakedBrowser } from './soaked-browser';
import { nothingSet } from './synced-browser';

const id = '111111111111';
const note = 'CI user has key AKIAIOSFODNN7EXAMPLE';
const stored = { ...nothingSet, accounts: { [id]: { label: 'Pay', note } } } as unknown as SettingsDocument;

/** The calls of a worker whose person has these settings. */
function callsWith(settings: SettingsDocument) {
  const world = { browser: { store: { record: async () => undefined } } } as unknown;
  const parts = { own: { chosen: async () => settings }, policy: { read: async () => noPolicy } } as unknown;
  return createSettingsCalls(
    world as Parameters<typeof createSettingsCalls>[0],
    parts as Parameters<typeof createSettingsCalls>[1],
  );
}

describe('a note with a key in it, written before Burgee refused them', () => {
  const { applySettings, exportSettings } = callsWith(stored);

  test('does not stand in the way of an import', () => {
    expect(applySettings.parse({ settings: stored })?.settings.accounts).toEqual(stored.accounts);
  });

  test('stays out of an exported file, which can be read again, and that is told', async () => {
    const answer = await exportSettings.run({}, { kind: 'page' });
    if (!answer.ok) throw new Error('not exported');
    expect(answer.value.text).not.toContain('AKIA');
    expect(answer.value.leftOut).toEqual([{ kind: 'accounts', of: id, field: 'note' }]);
    expect(readText(answer.value.text)).toMatchObject({
      kind: 'own',
      document: { accounts: { [id]: { label: 'Pay' } } },
    });
  });
});

describe('every page is told', () => {
  test.each([
    ['what the person prefers', 'setPreferences', { guardProduction: true }],
    ['the team’s baseline', 'setBaseline', { baseline: nothingSet }],
    ['that there is no baseline any more', 'setBaseline', {}],
  ] as const)('%s', async (_, name, args) => {
    const { worker } = await createSoakedBrowser(async () => new Response('{}'), Math.random);
    const { stored: inBrowser } = await import('../../../lib/browser/stored');
    const revision = async (): Promise<number> => (await inBrowser.status.read()).revision;
    const before = await revision();
    const change = worker().calls[name];
    await change.run(change.parse(args) as never, { kind: 'page' });
    expect(await revision()).toBeGreaterThan(before);
  });
});
