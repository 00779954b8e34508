import { describe, expect, test } from 'vitest';
import { fail, type Outcome, succeed } from '../../../lib/model/failure';
import { MOST_KEPT } from '../../../lib/model/limits';
import { noPolicy } from '../../../lib/model/policy';
import {
  OWN_FORMAT,
  parseSettings,
  SETTINGS_VERSION,
  type SettingsDocument,
} from '../../../lib/model/settings-document';
import { emptyDirectory } from '../../../lib/model/snapshot';
import { createFiles, type Files, type FilesWorld } from '../../../lib/state/files';
import { createUndo } from '../../../lib/state/undo';

const account = '111122223333';
const fileOf = (label: string): string =>
  JSON.stringify({ format: OWN_FORMAT, version: SETTINGS_VERSION, accounts: { [account]: { label } } });

function documentOf(text: string): SettingsDocument {
  const parsed = parseSettings(JSON.parse(text));
  if (!parsed.ok) throw new Error('no settings');
  return parsed.document;
}

/** A worker whose answers the test lets go one by one, once it holds them. */
function setUp({ setBaseline = succeed(), applied = succeed() }: { setBaseline?: Outcome; applied?: Outcome } = {}) {
  const worker: { settings: SettingsDocument; baseline: SettingsDocument | undefined } = {
    settings: documentOf(JSON.stringify({ format: OWN_FORMAT, version: SETTINGS_VERSION })),
    baseline: undefined,
  };
  const held: (() => void)[] = [];
  let isHeld = false;
  const letGo = async (): Promise<void> => {
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
  };
  const background = {
    settings: async () => {
      await letGo();
      return succeed({ ...worker, policy: noPolicy });
    },
    applySettings: async ({ settings }: { settings: SettingsDocument }) => {
      const kept = worker.settings.portals.filter(
        ({ startUrl }) => !settings.portals.some((portal) => portal.startUrl === startUrl),
      );
      worker.settings = { ...settings, portals: [...kept, ...settings.portals] };
      await letGo();
      return applied;
    },
    forgetPortal: async ({ portal }: { portal: string }) => {
      const portals = worker.settings.portals.filter(({ startUrl }) => startUrl !== portal);
      worker.settings = { ...worker.settings, portals };
      return succeed();
    },
    setBaseline: async ({ baseline }: { baseline?: SettingsDocument }) => {
      if (setBaseline.ok) worker.baseline = baseline;
      return setBaseline;
    },
  } as unknown as FilesWorld['background'];
  const undo = createUndo();
  const world = {
    read: async () => ({ directory: emptyDirectory }),
    background,
    download: () => undefined,
    forgetFirstRows: () => undefined,
  };
  return {
    worker,
    files: createFiles(world, undo),
    undo,
    hold: () => void (isHeld = true),
    release: (...order: readonly number[]): void => {
      const waiting = held.splice(0);
      for (const place of order) waiting[place]?.();
    },
    letAllGo: (): void => {
      isHeld = false;
      for (const go of held.splice(0)) go();
    },
    settled: (): Promise<void> => new Promise((resolve) => setTimeout(resolve)),
  };
}

describe('another way to take a file over, chosen in its preview', () => {
  test('can only be agreed to once its own preview is there', async () => {
    const { files, worker, hold, release } = setUp();
    await files.openText(fileOf('Team'));
    hold();
    const changed = files.changeMode('baseline');
    expect(files.preview.value).toMatchObject({ mode: 'baseline', isReady: false });
    await files.agree();
    expect(worker).toMatchObject({ settings: { accounts: {} }, baseline: undefined });
    release(0);
    await changed;
    expect(files.preview.value).toMatchObject({ mode: 'baseline', isReady: true });
  });

  test('is shown as it was chosen last, whichever answer comes first', async () => {
    const { files, hold, release } = setUp();
    await files.openText(fileOf('Team'));
    hold();
    const changes = Promise.all([files.changeMode('replace'), files.changeMode('baseline')]);
    release(1, 0);
    await changes;
    expect(files.preview.value).toMatchObject({ mode: 'baseline', isReady: true });
  });

  test('shows nothing once the preview was left', async () => {
    const { files, hold, release } = setUp();
    await files.openText(fileOf('Team'));
    hold();
    const changed = files.changeMode('replace');
    files.cancel();
    release(0);
    await changed;
    expect(files.preview.value).toBeUndefined();
  });
});

test('a team’s baseline that could not be kept says so, and the file stays open', async () => {
  const { files } = setUp({ setBaseline: fail({ reason: 'storage' }) });
  await files.openText(fileOf('Team'));
  await files.changeMode('baseline');
  await files.agree();
  expect(files.failure.value).toEqual({ reason: 'storage' });
  expect(files.hasBaseline.value).toBe(false);
  expect(files.preview.value).toMatchObject({ mode: 'baseline' });
});

test('an import that is taken back leaves no portal that it added, and all that were there', async () => {
  const { files, worker, undo } = setUp();
  const there = { startUrl: 'https://d-1234567890.awsapps.com/start', region: 'eu-west-1', name: '' };
  const added = { startUrl: 'https://d-0987654321.awsapps.com/start', region: 'eu-west-1', name: '' };
  const fileWith = (portals: readonly unknown[]) =>
    JSON.stringify({ format: OWN_FORMAT, version: SETTINGS_VERSION, portals });
  worker.settings = documentOf(fileWith([there]));
  await files.openText(fileWith([there, added]));
  files.isPortalAgreed.value = true;
  await files.agree();
  expect(worker.settings.portals).toEqual([there, added]);
  await undo.undo();
  expect(worker.settings.portals).toEqual([there]);
  expect(undo.last.value).toBeUndefined();
});

test('an import that is taken back takes nothing along that was set since, and only what the import changed', async () => {
  const { files, worker, undo } = setUp();
  const settingsWith = (parts: object) =>
    documentOf(JSON.stringify({ format: OWN_FORMAT, version: SETTINGS_VERSION, ...parts }));
  worker.settings = settingsWith({ accounts: { [account]: { label: 'Mine' } } });
  await files.openText(fileOf('Team'));
  await files.agree();
  const rules = [{ id: 'mine', place: 1, when: { name: 'prod' }, set: { label: 'P' } }];
  worker.settings = settingsWith({ rules, accounts: { [account]: { label: 'Team', note: 'since' } } });
  await undo.undo();
  expect(worker.settings).toEqual(settingsWith({ rules, accounts: { [account]: { label: 'Mine', note: 'since' } } }));
});

describe('a second press', () => {
  const mine = { [account]: { label: 'Mine' } };

  /** The first press has put its settings in place, and its answer is still on the way. */
  async function pressed(press: (files: Files) => Promise<void>) {
    const page = setUp();
    page.worker.settings = { ...page.worker.settings, accounts: mine as SettingsDocument['accounts'] };
    page.worker.baseline = documentOf(fileOf('Team'));
    await page.files.openText(fileOf('Team'));
    page.hold();
    const first = press(page.files);
    page.release(0);
    await page.settled();
    expect(page.worker.settings.accounts).toEqual({ [account]: { label: 'Team' } });
    const both = Promise.all([first, press(page.files)]);
    page.letAllGo();
    await both;
    return page;
  }

  test.each([
    ['“Apply”', (files: Files) => files.agree()],
    ['“Reset to the baseline”', (files: Files) => files.resetToBaseline()],
  ])('on %s does nothing while the first is on its way: one step leads back', async (_, press) => {
    const { worker, undo } = await pressed(press);
    await undo.undo();
    expect(worker.settings.accounts).toEqual(mine);
    expect(undo.last.value).toBeUndefined();
  });

  test('on “Apply” is heard again where the first came to nothing', async () => {
    const { files } = setUp({ applied: fail({ reason: 'storage' }) });
    await files.openText(fileOf('Team'));
    await files.agree();
    expect(files.failure.value).toEqual({ reason: 'storage' });
    files.failure.value = undefined;
    await files.agree();
    expect(files.failure.value).toEqual({ reason: 'storage' });
  });
});

test('a file that is opened while another is taken over is shown all the same', async () => {
  const { files, worker, hold, release, settled, letAllGo } = setUp();
  await files.openText(fileOf('First'));
  hold();
  const first = files.agree();
  release(0);
  await settled();
  const second = files.openText(fileOf('Second'));
  letAllGo();
  await Promise.all([first, second]);
  expect(worker.settings.accounts).toEqual({ [account]: { label: 'First' } });
  expect(files.preview.value).toMatchObject({ isReady: true, changes: [{ after: 'Second' }] });
});

describe('a team’s baseline that is taken back', () => {
  async function based() {
    const page = setUp();
    const load = async (label: string): Promise<void> => {
      await page.files.openText(fileOf(label));
      await page.files.changeMode('baseline');
      await page.files.agree();
    };
    await load('First');
    return { ...page, load };
  }

  test('is none any more, and the same file can be taken over again', async () => {
    const { worker, files, undo, load } = await based();
    await undo.undo();
    expect(worker).toMatchObject({ settings: { accounts: {} }, baseline: undefined });
    expect(files.hasBaseline.value).toBe(false);
    await load('First');
    expect(worker.settings.accounts).toEqual({ [account]: { label: 'First' } });
  });

  test('is the one before it again, which the next one follows', async () => {
    const { worker, undo, load } = await based();
    await load('Second');
    await undo.undo();
    expect(worker).toMatchObject({
      settings: { accounts: { [account]: { label: 'First' } } },
      baseline: { accounts: { [account]: { label: 'First' } } },
    });
    await load('Third');
    expect(worker.settings.accounts).toEqual({ [account]: { label: 'Third' } });
  });

  test('leaves a newer one alone that came from elsewhere', async () => {
    const { worker, undo } = await based();
    worker.baseline = documentOf(fileOf('Elsewhere'));
    await undo.undo();
    expect(worker.baseline.accounts).toEqual({ [account]: { label: 'Elsewhere' } });
  });

  test('is there again where it was forgotten', async () => {
    const { worker, files, undo } = await based();
    await files.forgetBaseline();
    expect(worker.baseline).toBeUndefined();
    await undo.undo();
    expect(worker.baseline).toMatchObject({ accounts: { [account]: { label: 'First' } } });
    expect(files.hasBaseline.value).toBe(true);
  });
});

test('a file with which there would be more than Burgee keeps says so in place of its changes', async () => {
  const { files, worker } = setUp();
  const role = { accountId: account, roleName: 'Deploy' };
  const profiles = (count: number) =>
    Array.from({ length: count }, (_, at) => `[p${at}]\naws_account_id = ${account}\nrole_name = r${at}\n`).join('');
  worker.settings = documentOf(JSON.stringify({ format: OWN_FORMAT, version: SETTINGS_VERSION, chainedRoles: [role] }));
  await files.openText(profiles(MOST_KEPT));
  expect(files.preview.value).toMatchObject({
    changes: [],
    problem: { problem: 'too-many', where: 'chainedRoles' },
  });
  await files.agree();
  expect(worker.settings.chainedRoles).toHaveLength(1);
  await files.openText(profiles(MOST_KEPT - 1));
  expect(files.preview.value).toMatchObject({ changes: { length: MOST_KEPT - 1 }, problem: undefined });
  await files.agree();
  await files.openText(profiles(MOST_KEPT - 1));
  expect(files.preview.value).toMatchObject({ changes: [], problem: undefined });
});
