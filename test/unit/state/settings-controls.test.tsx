// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { describe, expect, test } from 'vitest';
import { AppearanceSettings } from '../../../components/appearance-settings';
import { CommandLineSettings } from '../../../components/command-line';
import { GuardSettings } from '../../../components/guard-settings';
import { Switch } from '../../../components/switch';
import { SyncSettings } from '../../../components/sync-settings';
import { failureWords } from '../../../components/words';
import { fail, type Outcome, succeed } from '../../../lib/model/failure';
import { defaultPreferences, type Preferences } from '../../../lib/model/look';
import { noPolicy } from '../../../lib/model/policy';
import { emptyPersonal } from '../../../lib/model/personal';
import { emptyDirectory } from '../../../lib/model/snapshot';
import { unreadStatus } from '../../../lib/model/status';
import { createCommandLine } from '../../../lib/state/command-line';
import { createSettings, type SettingsWorld } from '../../../lib/state/settings';
import { createUndo } from '../../../lib/state/undo';

/** The settings over a worker that stores nothing where it fails, in a browser that gives a permission or not. */
async function setUp({ failure, isGiven = true }: { failure?: Outcome<never>; isGiven?: boolean } = {}) {
  const worker = {
    preferences: { ...defaultPreferences, copyCredentials: true },
    isPermitted: true,
    asked: 0,
    isSlow: false,
  };
  let mayHave = isGiven;
  const calls = {
    preferences: async () => succeed(worker.preferences),
    policy: async () => succeed(noPolicy),
    sync: async () => succeed({ isOn: false, isLocked: false }),
    async setSync() {
      if (worker.isSlow) await new Promise(() => undefined);
      return failure ?? succeed();
    },
    async setPreferences(change: Partial<Preferences>): Promise<Outcome<Preferences>> {
      if (worker.isSlow) await new Promise(() => undefined);
      if (failure) return failure;
      worker.preferences = { ...worker.preferences, ...change };
      return succeed(worker.preferences);
    },
  };
  const world = {
    background: calls as unknown as SettingsWorld['background'],
    read: async () => ({ directory: emptyDirectory, personal: emptyPersonal }),
    readStatus: async () => unreadStatus,
    onStatus: () => () => {},
    permissions: {
      request: async () => mayHave,
      missing: async () => [],
      requestTabGroups: async () => mayHave,
      async requestContainers() {
        worker.asked += 1;
        worker.isPermitted = mayHave;
        return mayHave;
      },
      releaseContainers: async () => void (worker.isPermitted = false),
    },
    hasContainers: true,
    onPermissions: () => {},
    openPage: () => {},
    copy: async () => true,
    copySecret: async () => succeed({ expiresAtMs: 0 }),
    download: () => {},
    forgetFirstRows: () => {},
    now: () => 0,
  } satisfies Record<string, unknown>;
  const undo = createUndo();
  const settings = createSettings(world as SettingsWorld, undo);
  const cli = createCommandLine(world as unknown as Parameters<typeof createCommandLine>[0]);
  await Promise.all([settings.load(), cli.load()]);
  return { worker, settings, cli, undo, refuse: () => void (mayHave = false) };
}

function shown(part: ComponentChild): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  render(part, root);
  return root;
}

function one<Element extends HTMLElement>(root: HTMLElement, selector: string): Element {
  const found = root.querySelector<Element>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const told = (control: HTMLElement): string | undefined | null =>
  control.closest('label, fieldset')?.parentElement?.querySelector('[role=alert]')?.textContent;

describe('a control shows what holds, and says what went wrong beside it,', () => {
  const managed = { reason: 'managed' } as const;
  const failure = fail(managed);

  test('each time that the guard could not be switched', async () => {
    const { settings } = await setUp({ failure });
    const box = one<HTMLInputElement>(shown(<GuardSettings settings={settings} />), 'input');
    for (const _ of ['once', 'twice']) {
      box.click();
      await drawn();
      expect(box.checked).toBe(false);
      expect(told(box)).toBe(failureWords(managed));
    }
    expect(settings.failure.value).toBeUndefined();
  });

  test('where the label could not have another form', async () => {
    const { settings } = await setUp({ failure });
    const root = shown(<AppearanceSettings settings={settings} />);
    const forms = [...root.querySelectorAll<HTMLInputElement>('[type=radio]')];
    forms[2]?.click();
    await drawn();
    expect(forms.map(({ checked }) => checked)).toEqual([true, false, false]);
    expect(one(root, 'fieldset [role=alert]').textContent).toBe(failureWords(managed));
  });

  test('until it is used again', async () => {
    const { settings } = await setUp({ failure });
    await settings.prefer('labelForm', 'bar');
    expect(settings.failureOf('labelForm')).toEqual(managed);
    const again = settings.prefer('labelForm', 'badge');
    expect(settings.failureOf('labelForm')).toBeUndefined();
    await again;
  });

  test.each([
    ['tab groups', 0],
    ['containers', 1],
  ])('where the browser gives no permission for %s', async (_, at) => {
    const { settings } = await setUp({ isGiven: false });
    const root = shown(<AppearanceSettings settings={settings} />);
    const box = root.querySelectorAll<HTMLInputElement>('[type=checkbox]')[at];
    box?.click();
    await drawn();
    expect(box?.checked).toBe(false);
    expect([...root.querySelectorAll('[role=alert]')].map((alert) => alert.textContent)).toEqual([
      failureWords({ reason: 'permission-refused' }),
    ]);
  });

  test('where sync could not be switched on', async () => {
    const { settings } = await setUp({ failure });
    const box = one<HTMLInputElement>(shown(<SyncSettings settings={settings} />), 'input');
    box.click();
    await drawn();
    expect(box.checked).toBe(false);
    expect(told(box)).toBe(failureWords(managed));
  });

  test('where copying credentials could not be switched off', async () => {
    const { cli } = await setUp({ failure });
    const root = shown(<CommandLineSettings cli={cli} isHeld={() => false} />);
    const box = one<HTMLInputElement>(root, '[type=checkbox]');
    box.click();
    await drawn();
    expect(box.checked).toBe(true);
    expect(told(box)).toBe(failureWords(managed));
  });

  test('where credentials could not have another form', async () => {
    const { cli } = await setUp({ failure });
    const select = one<HTMLSelectElement>(shown(<CommandLineSettings cli={cli} isHeld={() => false} />), 'select');
    select.value = 'powershell';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn();
    expect(select.value).toBe('sh');
    expect(told(select)).toBe(failureWords(managed));
  });
});

test('a switch stays as it was clicked while the answer is on its way', async () => {
  const { settings, worker } = await setUp();
  const box = one<HTMLInputElement>(shown(<GuardSettings settings={settings} />), 'input');
  worker.isSlow = true;
  box.click();
  await drawn();
  expect(box.checked).toBe(true);
});

test('a switch stays as it was clicked when the settings are read anew before the answer has come', async () => {
  const { settings, worker } = await setUp();
  const box = one<HTMLInputElement>(shown(<GuardSettings settings={settings} />), 'input');
  worker.isSlow = true;
  box.click();
  worker.preferences = { ...worker.preferences, labelForm: 'bar' };
  await settings.load();
  await drawn();
  expect([box.checked, settings.preferences.value.labelForm]).toEqual([true, 'bar']);
});

test('so does the one of copied credentials, and the form that was picked for them, which goes once it is stored', async () => {
  const { cli, worker } = await setUp();
  const root = shown(<CommandLineSettings cli={cli} isHeld={() => false} />);
  const [box, select] = [one<HTMLInputElement>(root, '[type=checkbox]'), one<HTMLSelectElement>(root, 'select')];
  worker.isSlow = true;
  select.value = 'powershell';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  box.click();
  await cli.load();
  await drawn();
  expect([box.checked, select.isConnected, select.value]).toEqual([false, true, 'powershell']);
});

test('credentials can be copied once it is stored that they may be, not before: the worker would refuse', async () => {
  const { cli, worker } = await setUp();
  await cli.allow(false);
  const root = shown(<CommandLineSettings cli={cli} isHeld={() => false} />);
  worker.isSlow = true;
  const box = one<HTMLInputElement>(root, '[type=checkbox]');
  box.click();
  await drawn();
  expect([box.checked, cli.isAllowed.value, root.querySelector('select')]).toEqual([true, false, null]);
});

test('so does the one of sync', async () => {
  const { settings, worker } = await setUp();
  const box = one<HTMLInputElement>(shown(<SyncSettings settings={settings} />), '[type=checkbox]');
  worker.isSlow = true;
  box.click();
  await settings.load();
  await drawn();
  expect(box.checked).toBe(true);
});

test('a switch shows what holds where nothing came of turning it', async () => {
  const nothing = async (): Promise<void> => undefined;
  const box = one<HTMLInputElement>(
    shown(<Switch says="Guard" isOn={false} isHeld={false} failure={undefined} onTurn={nothing} />),
    'input',
  );
  box.click();
  await drawn();
  expect(box.checked).toBe(false);
});

test('the form of credentials cannot be chosen where the organisation holds it', async () => {
  const { cli } = await setUp();
  const root = shown(<CommandLineSettings cli={cli} isHeld={(field) => field === 'credentialForm'} />);
  const select = one<HTMLSelectElement>(root, 'select');
  expect(select.disabled).toBe(true);
  expect(select.closest('label')?.querySelector('.held')).not.toBeNull();
  expect(one<HTMLInputElement>(root, '[type=checkbox]').disabled).toBe(false);
});

describe('containers that are switched off', () => {
  test('need no permission any more', async () => {
    const { settings, worker } = await setUp();
    await settings.prefer('containers', true);
    expect(worker).toMatchObject({ preferences: { containers: true }, isPermitted: true });
    await settings.prefer('containers', false);
    expect(worker).toMatchObject({ preferences: { containers: false }, isPermitted: false });
  });

  test('keep the permission where that could not be stored', async () => {
    const { settings, worker } = await setUp({ failure: fail({ reason: 'storage' }) });
    await settings.prefer('containers', false);
    expect(worker.isPermitted).toBe(true);
  });

  test('are switched on again with the permission, which is asked for before anything is awaited', async () => {
    const { settings, worker, undo } = await setUp();
    await settings.prefer('containers', true);
    await settings.prefer('containers', false);
    worker.asked = 0;
    const undone = undo.undo();
    expect(worker.asked).toBe(1);
    await undone;
    expect(worker).toMatchObject({ preferences: { containers: true }, isPermitted: true });
  });

  test('stay off where the permission is not given again', async () => {
    const { settings, undo, refuse } = await setUp();
    await settings.prefer('containers', true);
    await settings.prefer('containers', false);
    refuse();
    await undo.undo();
    expect(settings.preferences.value.containers).toBe(false);
    expect(settings.failureOf('containers')).toEqual({ reason: 'permission-refused' });
  });
});
