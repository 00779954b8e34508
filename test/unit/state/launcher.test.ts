import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parseAccountId, parseRoleName } from '../../../lib/model/account';
import type { Directory } from '../../../lib/model/directory';
import { succeed } from '../../../lib/model/failure';
import { emptyPersonal } from '../../../lib/model/personal';
import { parsePortalAddress } from '../../../lib/model/portal';
import type { Row } from '../../../lib/model/row';
import { createLauncher, type LauncherWorld } from '../../../lib/state/launcher';

const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');
const { startUrl: portal } = parsed.address;
const directory: Directory = {
  portals: [{ startUrl: portal, region: 'eu-west-1', partition: 'aws', name: '' }],
  accounts: ['111111111111', '222222222222'].map((number, at) => {
    const [id, role] = [parseAccountId(number), parseRoleName('Admin')];
    if (!id || !role) throw new Error('not an account');
    return { portal, id, name: ['payments', 'website'][at] ?? '', nameAltered: false, email: '', roles: [role] };
  }),
  apps: [],
};

describe('the launcher before its list', () => {
  let asked: [call: string, accountId: string][];
  let shown: Row[];

  beforeEach(async () => {
    asked = [];
    shown = [];
    const once = createLauncher(world([]));
    await once.load();
    shown = [...once.rows.value];
  });

  function world(firstRows: readonly Row[]): LauncherWorld {
    const background = new Proxy(
      {},
      {
        get: (_, call: string) =>
          call === 'then'
            ? undefined
            : async (args: { accountId: string }) => {
                asked.push([call, args.accountId]);
                return succeed();
              },
      },
    );
    return {
      firstRows,
      read: async () => ({ directory, personal: emptyPersonal }),
      readStatus: async () => ({ revision: 1, storage: 'ok', portals: [] }),
      background: async () => background as Awaited<ReturnType<LauncherWorld['background']>>,
      onStatus: () => () => {},
      readConsoles: async () => [],
      onConsoles: () => () => {},
      copy: async () => true,
      copySecret: async () => succeed({}) as never,
      fromTab: undefined,
      now: () => 0,
      keepFirstRows: () => {},
      openPage: () => {},
      reload: () => {},
      missing: async () => [],
      allow: async () => true,
      close: () => {},
    };
  }

  const isRefresh = (key: string): boolean => key === 'Alt+F';

  test('keys do their work on the row that was marked when they came', async () => {
    const launcher = createLauncher(world(shown.toReversed()));
    const marked = launcher.rows.value[0];
    launcher.whenLoaded((row) => void launcher.press(isRefresh, row));
    await launcher.load();
    expect(asked).toEqual([['refreshAccount', marked?.accountId]]);
  });

  test('keys open what the words find that were typed before', async () => {
    const launcher = createLauncher(world(shown));
    launcher.type('website');
    launcher.whenLoaded((row) => void launcher.open(row));
    await launcher.load();
    expect(asked).toEqual([['openConsole', '222222222222']]);
  });

  test('keys are forgotten once other words were typed', async () => {
    const launcher = createLauncher(world(shown));
    launcher.type('website');
    launcher.whenLoaded((row) => void launcher.open(row));
    launcher.type('pay');
    await launcher.load();
    expect(asked).toEqual([]);
  });

  test('a storage that never answers is told after ten seconds, and no longer once it does', async () => {
    vi.useFakeTimers();
    let answer = (): void => {};
    const answered = new Promise<void>((then) => (answer = then));
    const silent = world(shown);
    const launcher = createLauncher({ ...silent, readStatus: () => answered.then(() => silent.readStatus()) });
    const loading = launcher.load();
    vi.advanceTimersByTime(10_000);
    expect(launcher.isStuck.value).toBe(true);
    answer();
    await loading;
    expect(launcher.isStuck.value).toBe(false);
    vi.useRealTimers();
  });
});
