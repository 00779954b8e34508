import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parseAccountId, parseRoleName } from '../../../lib/model/account';
import type { Directory } from '../../../lib/model/directory';
import { roleKey } from '../../../lib/model/entry';
import { succeed } from '../../../lib/model/failure';
import type { OpenConsole } from '../../../lib/model/open-console';
import { emptyPersonal } from '../../../lib/model/personal';
import { parsePortalAddress } from '../../../lib/model/portal';
import type { PortalStatus } from '../../../lib/model/status';
import type { Row } from '../../../lib/model/row';
import { createLauncher, type Launcher } from '../../../lib/state/launcher';
import type { LauncherWorld } from '../../../lib/state/launcher-world';

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

let asked: [call: string, accountId: string][];
let lastArguments: unknown;
let shown: readonly Row[];
let openNow: readonly OpenConsole[];

beforeEach(async () => {
  asked = [];
  shown = [];
  openNow = [];
  const once = createLauncher(world([]));
  await once.load();
  const { rows } = once;
  shown = rows.value.slice(0, rows.value.length);
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
              lastArguments = args;
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
    readConsoles: async () => openNow,
    takeAsked: async () => undefined,
    onConsoles: () => () => {},
    copy: async () => true,
    copySecret: async () => succeed({}) as never,
    fromTab: undefined,
    now: () => 0,
    keepFirstRows: () => {},
    drawAside: () => {},
    openPage: () => {},
    reload: () => {},
    missing: async () => [],
    allow: async () => true,
    close: () => {},
  };
}

describe('the launcher before its list', () => {
  const isRefresh = (key: string): boolean => key === 'Alt+F';

  test('keys do their work on the row that was marked when they came', async () => {
    const launcher = createLauncher(world(shown.toReversed()));
    const marked = launcher.rows.value.at(0);
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

  test('the arrow leads to the next of what the words find that were typed before', async () => {
    const loaded = createLauncher(world([]));
    await loaded.load();
    loaded.type('admin');
    const second = loaded.rows.value.at(1);
    expect(second?.accountId).not.toBe(loaded.rows.value.at(0)?.accountId);
    const launcher = createLauncher(world(shown));
    launcher.type('admin');
    launcher.moveBy(1);
    launcher.whenLoaded((row) => void launcher.open(row));
    await launcher.load();
    expect(asked).toEqual([['openConsole', second?.accountId]]);
  });

  test('the next opening has the rows to begin with, whatever words are typed when the list comes', async () => {
    let kept: readonly Row[] = [];
    const launcher = createLauncher({ ...world([]), keepFirstRows: (rows) => (kept = rows) });
    launcher.type('website');
    await launcher.load();
    expect(kept.map(({ key }) => key)).toEqual(shown.map(({ key }) => key));
  });

  test('keys are forgotten once other words were typed', async () => {
    const launcher = createLauncher(world(shown));
    launcher.type('website');
    launcher.whenLoaded((row) => void launcher.open(row));
    launcher.type('pay');
    await launcher.load();
    expect(asked).toEqual([]);
  });

  test('Enter pressed twice opens once', async () => {
    const launcher = createLauncher(world(shown));
    for (let times = 0; times < 2; times++) launcher.whenLoaded((row) => void launcher.open(row));
    await launcher.load();
    expect(asked).toHaveLength(1);
  });

  test('a sixth session is a choice also for a key that came before the list', async () => {
    openNow = fiveOpen();
    const launcher = createLauncher(world(shown));
    launcher.whenLoaded((row) => void launcher.open(row));
    await launcher.load();
    expect(asked).toEqual([]);
    expect(launcher.sessions.value?.waiting?.row.key).toBe(shown[0]?.key);
  });

  test('a key that came before the question about a sixth session was to be seen is no answer to it', async () => {
    openNow = fiveOpen();
    const key = shown[1]?.key;
    if (!key) throw new Error('nothing is listed');
    const launcher = createLauncher({
      ...world(shown),
      takeAsked: async () => ({ key, destination: undefined, where: 7 }),
    });
    launcher.whenLoaded((row) => void launcher.open(row));
    await launcher.load();
    expect(asked).toEqual([]);
    expect(launcher.sessions.value?.waiting?.row.key).toBe(key);
    await launcher.sessions.value?.waiting?.go();
    expect(asked).toEqual([['openConsole', shown[1]?.accountId]]);
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

describe('an account that was gone into and is listed no longer', () => {
  /** A launcher that has the list, and the step to a list without its first account. */
  async function shrinking(less = { ...directory, accounts: directory.accounts.slice(1) }) {
    let revision = 1;
    const launcher = createLauncher({
      ...world([]),
      read: async () => ({ directory: revision === 1 ? directory : less, personal: emptyPersonal }),
      readStatus: async () => ({ revision, storage: 'ok', portals: [] }),
    });
    await launcher.load();
    launcher.type('payments');
    const row = launcher.rows.value.at(0);
    return {
      launcher,
      row,
      shrink: () => {
        revision += 1;
        return launcher.load();
      },
    };
  }

  test.each([
    ['its roles', (launcher: Launcher, row: Row | undefined) => launcher.enter(row)],
    ['what can be done with it', (launcher: Launcher, row: Row | undefined) => launcher.openMenu(row)],
    ['a question about it', (launcher: Launcher, row: Row | undefined) => launcher.press((key) => key === 'F2', row)],
  ])('is left, from %s, and that is told', async (_, goIn) => {
    const { launcher, row, shrink } = await shrinking();
    goIn(launcher, row);
    await vi.waitFor(() => expect(launcher.query.value).not.toBe('payments'));
    await shrink();
    const { inside, menuFor, prompt, failure, rows, query } = launcher;
    expect([inside.value, menuFor.value, prompt.value, query.value]).toEqual([undefined, undefined, undefined, '']);
    expect(failure.value).toEqual({ reason: 'gone', what: 'account' });
    expect(rows.value.slice(0, 5).map(({ name }) => name)).toEqual(['website']);
  });

  test('is left for the whole list where it was hidden', async () => {
    let revision = 1;
    const [payments] = shown;
    if (!payments) throw new Error('nothing is listed');
    const launcher = createLauncher({
      ...world([]),
      read: async () => ({
        directory: revision === 1 ? directory : { ...directory, accounts: directory.accounts.slice(1) },
        personal: { ...emptyPersonal, hidden: [payments.key] },
      }),
      readStatus: async () => ({ revision, storage: 'ok', portals: [] }),
    });
    await launcher.load();
    await launcher.open(launcher.rows.value.at(launcher.rows.value.length - 1));
    launcher.enter(launcher.rows.value.at(0));
    revision = 2;
    await launcher.load();
    expect(launcher.failure.value).toEqual({ reason: 'gone', what: 'account' });
    expect(launcher.rows.value.slice(0, 5).map(({ name }) => name)).toEqual(['website']);
  });

  test('is left without a word where no portal is left: that is said in its place', async () => {
    const { launcher, row, shrink } = await shrinking({ ...directory, portals: [], accounts: [] });
    launcher.enter(row);
    await shrink();
    expect([launcher.inside.value, launcher.failure.value]).toEqual([undefined, undefined]);
  });

  test('is not left while it is there', async () => {
    const { launcher, shrink } = await shrinking();
    launcher.type('website');
    const row = launcher.rows.value.at(0);
    launcher.enter(row);
    await shrink();
    expect(launcher.inside.value?.key).toBe(row?.key);
    expect(launcher.failure.value).toBeUndefined();
  });
});

describe('the launcher', () => {
  async function loaded(change: Partial<LauncherWorld> = {}): Promise<Launcher> {
    const launcher = createLauncher({ ...world(shown), ...change });
    await launcher.load();
    return launcher;
  }

  test('opens all that was marked, whatever words found it', async () => {
    const launcher = await loaded();
    for (const words of ['payments', 'website']) {
      launcher.type(words);
      launcher.mark(launcher.rows.value.at(0));
    }
    await launcher.open(launcher.rows.value.at(0));
    expect(asked).toEqual([
      ['openConsole', '111111111111'],
      ['openConsole', '222222222222'],
    ]);
  });

  test('keeps chosen what the person went to while the list becomes another one', async () => {
    let revision = 1;
    const [payments] = directory.accounts;
    const id = parseAccountId('333333333333');
    if (!payments || !id) throw new Error('not an account');
    const more = { ...directory, accounts: [{ ...payments, id, name: 'alpha' }, ...directory.accounts] };
    const launcher = await loaded({
      read: async () => ({ directory: revision === 1 ? directory : more, personal: emptyPersonal }),
      readStatus: async () => ({ revision, storage: 'ok', portals: [] }),
    });
    launcher.moveBy(1);
    const chosen = (): string | undefined => launcher.rows.value.at(launcher.active.value)?.name;
    expect(chosen()).toBe('website');
    revision = 2;
    await launcher.load();
    expect(launcher.rows.value.length).toBe(3);
    expect(chosen()).toBe('website');
  });

  test.each(['enter', 'openMenu'] as const)('what was gone into is as it is now: %s', async (goIn) => {
    let revision = 1;
    const [, website] = shown;
    if (!website) throw new Error('nothing is listed');
    const labels = { [website.entry.kind === 'account' ? website.entry.accountId : '']: { label: 'shop' } };
    const launcher = await loaded({
      read: async () => ({
        directory,
        personal: revision === 1 ? emptyPersonal : { ...emptyPersonal, pins: [website.key], accounts: labels },
      }),
      readStatus: async () => ({ revision, storage: 'ok', portals: [] }),
    });
    const listed = (): string[] => launcher.rows.value.slice(0, 40).map(({ name }) => name);
    launcher[goIn](launcher.rows.value.at(1));
    expect(listed()).toContain('Pin to the top');
    revision = 2;
    await launcher.load();
    expect(listed()).toContain('Unpin');
    expect((launcher.inside.value ?? launcher.menuFor.value)?.name).toBe('shop');
  });

  test.each<[what: string, words: string, destination: string | undefined]>([
    [
      'a pasted page stays',
      '222222222222 https://console.aws.amazon.com/s3/buckets',
      'https://console.aws.amazon.com/s3/buckets',
    ],
    [
      'a pasted page that has no name stays',
      '222222222222 https://console.aws.amazon.com/',
      'https://console.aws.amazon.com/',
    ],
    ['a landing page is no page that was asked for', 'website', undefined],
  ])('of what was gone into %s', async (_, words, destination) => {
    let revision = 1;
    const personal = { ...emptyPersonal, accounts: { '222222222222': { landing: 'ec2' } } };
    const launcher = await loaded({
      read: async () => ({ directory, personal }),
      readStatus: async () => ({ revision, storage: 'ok', portals: [] }),
    });
    launcher.type(words);
    launcher.enter(launcher.rows.value.at(0));
    expect(launcher.inside.value?.destination).toBe(destination);
    revision = 2;
    await launcher.load();
    expect(launcher.inside.value?.destination).toBe(destination);
  });

  test('what was hidden inside an account can be shown again there', async () => {
    let revision = 1;
    const [payments] = shown;
    if (!payments) throw new Error('nothing is listed');
    const launcher = await loaded({
      read: async () => ({
        directory,
        personal: revision === 1 ? emptyPersonal : { ...emptyPersonal, hidden: [payments.key] },
      }),
      readStatus: async () => ({ revision, storage: 'ok', portals: [] }),
    });
    launcher.enter(launcher.rows.value.at(0));
    revision = 2;
    await launcher.load();
    launcher.press((key) => key === 'Alt+H', launcher.inside.value);
    await vi.waitFor(() => expect(asked.map(([call]) => call)).toContain('unhide'));
  });

  test('back out of an account that was hidden leads to what is hidden', async () => {
    const [payments] = shown;
    if (!payments) throw new Error('nothing is listed');
    const launcher = await loaded({
      read: async () => ({ directory, personal: { ...emptyPersonal, hidden: [payments.key] } }),
    });
    await launcher.open(launcher.rows.value.at(launcher.rows.value.length - 1));
    const listed = (): string[] => launcher.rows.value.slice(0, 5).map(({ key }) => key);
    expect(listed()).toEqual([payments.key]);
    launcher.enter(launcher.rows.value.at(0));
    expect(launcher.inside.value?.key).toBe(payments.key);
    launcher.leave();
    expect(listed()).toEqual([payments.key]);
  });

  test('opens once what is asked for again before it is open', async () => {
    const launcher = await loaded();
    const row = launcher.rows.value.at(0);
    await Promise.all([launcher.open(row), launcher.open(row)]);
    expect(asked).toHaveLength(1);
    await launcher.open(row);
    expect(asked).toHaveLength(2);
  });

  test('opens no other role than a pasted link asks for, but says so and goes into the account', async () => {
    const launcher = await loaded();
    launcher.type(`${portal}/#/console?account_id=222222222222&role_name=BreakGlass`);
    await launcher.open(launcher.rows.value.at(0));
    expect(asked).toEqual([]);
    expect(launcher.failure.value).toEqual({ reason: 'gone', what: 'role' });
    expect(launcher.inside.value?.accountId).toBe('222222222222');
    await launcher.open(launcher.rows.value.at(0));
    expect(asked).toEqual([['openConsole', '222222222222']]);
  });

  describe('where a pin’s role is gone', () => {
    const [gone, id] = [parseRoleName('Old'), parseAccountId('111111111111')];
    if (!gone || !id) throw new Error('not a role');
    const key = roleKey(portal, id, gone);
    const read = async () => ({ directory, personal: { ...emptyPersonal, pins: [key] } });
    const offersAccount = ({ failure, inside }: Launcher): void => {
      expect(asked).toEqual([]);
      expect(failure.value).toEqual({ reason: 'gone', what: 'role' });
      expect(inside.value?.accountId).toBe(id);
    };

    test.each(['Enter', 'marks', 'Alt+T'])('says so and goes into the account, by %s', async (way) => {
      const launcher = await loaded({ read });
      const row = launcher.rows.value.at(0);
      expect(row?.key).toBe(key);
      if (way === 'marks') launcher.mark(row);
      if (way === 'Alt+T') launcher.press((pressed) => pressed === way, row);
      else await launcher.open(row);
      await vi.waitFor(() => offersAccount(launcher));
    });

    test('says so and goes into the account where it was asked for outside', async () => {
      offersAccount(await loaded({ read, takeAsked: async () => ({ key, destination: undefined, where: 'tab' }) }));
    });
  });

  test.each(['tab', 'window', 'background'] as const)(
    'that was opened for a console’s page opens that page in an account where it is asked to: %s',
    async (where) => {
      const close = vi.fn<LauncherWorld['close']>();
      const launcher = await loaded({ fromTab: 7, close });
      launcher.type('website');
      await launcher.open(launcher.rows.value.at(0), where);
      expect(asked).toEqual([['openHere', '222222222222']]);
      expect(lastArguments).toMatchObject({ fromTab: 7, where });
      expect(close).toHaveBeenCalledTimes(where === 'background' ? 0 : 1);
    },
  );

  test('that was opened for a console’s page opens it in all accounts that were marked', async () => {
    const launcher = await loaded({ fromTab: 7 });
    launcher.type('admin');
    for (const at of [0, 1]) launcher.mark(launcher.rows.value.at(at));
    await launcher.open(launcher.rows.value.at(0));
    expect(asked.map(([call]) => call)).toEqual(['openHere', 'openHere']);
    expect(lastArguments).toMatchObject({ fromTab: 7, where: 'background' });
  });

  test.each([
    ['of a service', 'website s3', 'https://console.aws.amazon.com/s3/home'],
    ['that was pasted', 'website https://console.aws.amazon.com/iam/home', 'https://console.aws.amazon.com/iam/home'],
  ])('that was opened for a console’s page opens the page %s where a row says one', async (_, words, destination) => {
    const launcher = await loaded({ fromTab: 7 });
    launcher.type(words);
    await launcher.open(launcher.rows.value.at(0), 'window');
    expect(asked).toEqual([['openConsole', '222222222222']]);
    expect(lastArguments).toMatchObject({ destination, where: 'window' });
  });

  test.each(['open', 'open-in-window', 'open-in-background'])(
    'offers a choice for a sixth session also where the menu says %s',
    async (id) => {
      openNow = fiveOpen();
      const launcher = await loaded();
      launcher.openMenu(launcher.rows.value.at(0));
      const listed = launcher.rows.value.slice(0, 60);
      await launcher.open(listed.find(({ entry }) => entry.kind === 'command' && entry.command === id));
      expect(asked).toEqual([]);
      expect(launcher.sessions.value?.waiting).toBeDefined();
    },
  );

  test('asks for hosts before anything is awaited, for Firefox takes it for no click after that', async () => {
    const allow = vi.fn<LauncherWorld['allow']>(async () => true);
    const hidden: PortalStatus = {
      portal,
      via: undefined,
      endsAtMs: undefined,
      renewsItself: false,
      isOver: false,
      user: '',
      signIn: { state: 'failed', failure: { reason: 'session-hidden', portal } },
      crawl: {
        state: 'none',
        accounts: 0,
        accountsWithRoles: 0,
        startedAtMs: undefined,
        completeAtMs: undefined,
        failure: undefined,
        added: 0,
        removed: 0,
        rolesAdded: 0,
        rolesRemoved: 0,
      },
    };
    const launcher = await loaded({
      allow,
      readStatus: async () => ({
        revision: 1,
        storage: 'ok',
        portals: [hidden],
      }),
    });
    const signingIn = launcher.signIn(portal);
    expect(allow).toHaveBeenCalledOnce();
    await signingIn;
  });
});

function fiveOpen(): OpenConsole[] {
  return directory.accounts.slice(0, 1).flatMap(({ id }) =>
    [1, 2, 3, 4, 5].map((tabId) => ({
      tabId,
      accountId: id,
      roleName: `Role${tabId}`,
      isRole: true,
      session: `s${tabId}`,
    })),
  );
}
