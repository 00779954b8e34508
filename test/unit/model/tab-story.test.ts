import { describe, expect, test } from 'vitest';
import { parseAccountId } from '../../../lib/model/account';
import { parseConsolePage } from '../../../lib/model/console-url';
import { type Evidence, parseSessionData, parseUserInfo } from '../../../lib/model/identity';
import { follow, type Standing, type Story } from '../../../lib/model/tab-story';

const a = '111111111111';
const b = '222222222222';
const plain = 'https://eu-west-1.console.aws.amazon.com/s3/home';
const hostOf = (session: string): string => `https://${session}.eu-west-1.console.aws.amazon.com/s3/home`;
const strange = 'https://111111111111-abcdefghij.eu-west-1.console.aws.amazon.com/';
const sessionOf = (account: string): string => `${account}-abcd1234`;

function arnOf(account: string, role = 'AWSReservedSSO_Admin_0123456789abcdef'): string {
  return `arn:aws:sts::${account}:assumed-role/${role}/jane`;
}

/** What one look at a page finds. */
interface Page {
  readonly address?: string;
  readonly meta?: string | undefined;
  readonly cookie?: string | undefined;
  readonly doubt?: Evidence['doubt'];
  readonly isReplaced?: boolean;
  /** The cookie as it stands, where nobody can read it. */
  readonly unread?: string;
  /** The account in the console's own menu. */
  readonly menu?: string;
  readonly sessions?: readonly string[];
}

function evidence({
  address = plain,
  meta,
  cookie,
  unread,
  doubt,
  isReplaced = false,
  menu,
  sessions = [],
}: Page): Evidence {
  const url = parseConsolePage(address);
  if (!url) throw new Error(`${address} is a console's`);
  return {
    url,
    meta: meta === undefined ? 'absent' : parseSessionData(meta),
    cookie: parseUserInfo(cookie === undefined ? undefined : JSON.stringify({ arn: cookie })),
    doubt: unread ? 'broken' : doubt,
    isReplaced,
    written: unread ?? cookie ?? '',
    menu: parseAccountId(menu),
    sessions,
  };
}

function metaOf(account: string, more: object = {}): string {
  return JSON.stringify({ accountId: account, sessionARN: arnOf(account), prismModeEnabled: false, ...more });
}

/** Session data of a role that was switched to. */
function roleOf(account: string): string {
  return metaOf(account, { sessionARN: arnOf(account, 'Switched') });
}

/** A page that is looked at again and again; the first look is while it loads. */
function tab(): (page: Page, nowMs?: number) => string {
  let story: Story | undefined;
  return (page, nowMs = 0) => {
    const next = follow(story, evidence(page), { nowMs, isLoading: story === undefined });
    story = next.story;
    return told(next.standing);
  };
}

function told({ identity, over }: Standing): string {
  return identity.state === 'known' ? [identity.account, over].filter(Boolean).join(' ') : identity.state;
}

describe('a page after its session has changed', () => {
  test('is stale once the cookie names somebody else, and fresh again once it names the old one', () => {
    const look = tab();
    expect(look({ meta: metaOf(a), cookie: arnOf(a) })).toBe(a);
    expect(look({ meta: metaOf(a), cookie: arnOf(b) })).toBe(`${a} stale`);
    expect(look({ meta: metaOf(a), cookie: arnOf(a) })).toBe(a);
  });

  test('is stale for another role in the same account', () => {
    const look = tab();
    look({ meta: metaOf(a), cookie: arnOf(a) });
    expect(look({ meta: metaOf(a), cookie: arnOf(a, 'AWSReservedSSO_Read_0123456789abcdef') })).toBe(`${a} stale`);
  });

  test.each([
    ['another account', arnOf(b)],
    ['another account’s switched role', arnOf(b, 'Deploy')],
    ['another account in another role', arnOf(b, 'AWSReservedSSO_Read_0123456789abcdef')],
  ])('to %s while it was on its way is in conflict, and replaced', (_, cookie) => {
    const at = { nowMs: 0, isLoading: true };
    const { standing, story } = follow(undefined, evidence({ meta: metaOf(a), cookie }), at);
    expect(standing).toMatchObject({ identity: { state: 'conflict' }, over: 'stale', outrun: { account: a } });
    const later = follow(story, evidence({ meta: metaOf(a), cookie: arnOf(a) }), { nowMs: 90, isLoading: false });
    expect(later.standing).toEqual({
      identity: expect.objectContaining({ state: 'known', account: a }),
      over: undefined,
    });
  });

  test('to another role of the account while it was on its way is stale', () => {
    const look = tab();
    expect(look({ cookie: arnOf(a, 'AWSReservedSSO_Read_0123456789abcdef') })).toBe(a);
    expect(look({ meta: metaOf(a), cookie: arnOf(a, 'AWSReservedSSO_Read_0123456789abcdef') })).toBe(`${a} stale`);
    expect(look({ meta: metaOf(a), cookie: arnOf(a) })).toBe(a);
  });

  test.each([
    ['says nothing of who it is', { meta: metaOf(b, { sessionARN: undefined }), cookie: arnOf(a) }],
    ['is a switched role’s', { meta: roleOf(b), cookie: arnOf(a) }],
    ['is of two minds', { meta: metaOf(b, { sessionARN: arnOf(a) }), cookie: arnOf(a) }],
    ['stands at a host of a form that is not known', { address: strange, meta: metaOf(b), cookie: arnOf(a) }],
    ['is of a role that was switched within its account', { meta: roleOf(a), cookie: arnOf(a) }],
    ['is loaded under a role that was switched within its account', { meta: metaOf(a), cookie: arnOf(a, 'Deploy') }],
  ])('that %s is not said to be replaced', (_, page) => {
    for (const isLoading of [true, false])
      expect(follow(undefined, evidence(page), { nowMs: 0, isLoading }).standing.over).toBeUndefined();
  });

  test('whose session data name no role is stale for any other role of its account', () => {
    const look = tab();
    const meta = metaOf(a, { sessionARN: undefined });
    expect(look({ meta, cookie: arnOf(a) })).toBe(a);
    expect(look({ meta, cookie: arnOf(a, 'AWSReservedSSO_Read_0123456789abcdef') })).toBe(`${a} stale`);
  });

  test('that has no cookie stays its account’s for as long as it stands', () => {
    const look = tab();
    for (const nowMs of [0, 10, 300, 9_000]) expect(look({ meta: metaOf(a) }, nowMs)).toBe(a);
  });

  test('whose session data name no role, and which came without a cookie, is known again once its own comes back', () => {
    const look = tab();
    const meta = metaOf(a, { sessionARN: undefined });
    expect(look({ meta })).toBe(a);
    expect(look({ meta, cookie: arnOf(b) })).toBe('conflict');
    expect(look({ meta, cookie: arnOf(a) })).toBe(a);
  });

  test('keeps its account when it takes its session data back, if nothing had contradicted them', () => {
    const look = tab();
    look({ meta: metaOf(a), cookie: arnOf(a) });
    expect(look({ cookie: arnOf(a) })).toBe(a);
    expect(look({ cookie: arnOf(b) })).toBe(`${a} stale`);
  });

  test.each([
    ['were another account’s than its cookie', metaOf(b)],
    ['could not be read', '{'],
  ])('is nobody’s when it takes session data back that %s', (_, meta) => {
    const look = tab();
    look({ meta, cookie: arnOf(a) });
    expect(look({ cookie: arnOf(a) })).toBe('unknown');
  });

  test('is nobody’s when it takes session data back with which it was moving on', () => {
    const look = tab();
    look({ meta: metaOf(a), cookie: arnOf(a) });
    look({ meta: metaOf(b), cookie: arnOf(a) }, 10);
    expect(look({ cookie: arnOf(a) }, 20)).toBe('unknown');
  });

  test('has ended once nobody is signed in', () => {
    const look = tab();
    look({ meta: metaOf(a), cookie: arnOf(a) });
    expect(look({ meta: metaOf(a) })).toBe(`${a} ended`);
  });

  test.each(['broken', 'disputed'] as const)(
    'is stale, not ended, once the cookie is %s: somebody is signed in',
    (doubt) => {
      const look = tab();
      look({ meta: metaOf(a), cookie: arnOf(a) });
      expect(look({ meta: metaOf(a), doubt })).toBe(`${a} stale`);
      expect(look({ meta: metaOf(a), cookie: arnOf(a) })).toBe(a);
    },
  );

  test('that is loaded while two cookies name two sessions is in conflict until they agree', () => {
    const look = tab();
    expect(look({ meta: metaOf(a), doubt: 'disputed' })).toBe('conflict');
    expect(look({ meta: metaOf(a), cookie: arnOf(a) })).toBe(a);
    expect(tab()({ doubt: 'disputed' })).toBe('unknown');
    expect(tab()({ meta: metaOf(a), doubt: 'broken' })).toBe(a);
  });

  test.each([
    ['broken', '{'],
    ['of another account', metaOf('333333333333')],
    ['of two minds', metaOf(a, { sessionARN: arnOf(b) })],
  ])('stays replaced where its session data are %s now', (_, meta) => {
    let { story } = follow(undefined, evidence({ meta: metaOf(a), cookie: arnOf(a) }), { nowMs: 0, isLoading: true });
    for (const said of [metaOf(a), meta]) {
      const next = follow(story, evidence({ meta: said, cookie: arnOf(b) }), { nowMs: 9_000, isLoading: false });
      expect(next.standing.over).toBe('stale');
      story = next.story;
    }
  });

  test('is replaced where nobody could tell whose it is, too, but for hosts on which the cookie speaks of other tabs', () => {
    const over = (page: Page): Standing['over'] => {
      const { story } = follow(undefined, evidence({ ...page, cookie: arnOf(a) }), { nowMs: 0, isLoading: true });
      const later = evidence({ ...page, cookie: arnOf(b) });
      return follow(story, later, { nowMs: 900, isLoading: false }).standing.over;
    };
    expect(over({ meta: '{' })).toBe('stale');
    expect(over({ meta: '{', sessions: [sessionOf(a)] })).toBeUndefined();
    expect(over({ meta: '{', address: hostOf(sessionOf(a)) })).toBeUndefined();
    expect(over({ address: strange })).toBeUndefined();
  });

  test('that came without a cookie is measured by its own session data', () => {
    const look = tab();
    look({ meta: metaOf(a) });
    expect(look({ meta: metaOf(a), cookie: arnOf(b) })).toBe(`${a} stale`);
    expect(look({ meta: metaOf(a), cookie: arnOf(a) })).toBe(a);
  });

  test('is stale for any other cookie, where it could be read neither before nor after', () => {
    const look = tab();
    expect(look({ meta: metaOf(a), unread: 'one' })).toBe(a);
    expect(look({ meta: metaOf(a), unread: 'one' })).toBe(a);
    expect(look({ meta: metaOf(a), unread: 'other' })).toBe(`${a} stale`);
    expect(look({ meta: metaOf(a), unread: 'one' })).toBe(a);
    expect(look({ meta: metaOf(a) })).toBe(`${a} ended`);
  });

  test('is measured by what can be read, where that is so again', () => {
    for (const sessionARN of [arnOf(a), undefined]) {
      const look = tab();
      look({ meta: metaOf(a, { sessionARN }), unread: 'one' });
      expect(look({ meta: metaOf(a, { sessionARN }), cookie: arnOf(a) })).toBe(a);
      expect(look({ meta: metaOf(a, { sessionARN }), cookie: arnOf(b) })).toBe(`${a} stale`);
      expect(look({ meta: metaOf(a, { sessionARN }), unread: 'two' })).toBe(`${a} stale`);
    }
  });

  test('is stale once a cookie comes that can’t be read, where there was none', () => {
    const look = tab();
    look({ meta: metaOf(a) });
    expect(look({ meta: metaOf(a), unread: 'one' })).toBe(`${a} stale`);
  });

  test('that showed nobody’s console stays unknown when somebody signs in elsewhere', () => {
    const look = tab();
    look({});
    expect(look({ cookie: arnOf(b) })).toBe('unknown');
  });

  test('found already loaded and without session data is unknown: the cookie may be younger than the page', () => {
    const { standing } = follow(undefined, evidence({ cookie: arnOf(b) }), { nowMs: 0, isLoading: false });
    expect(told(standing)).toBe('unknown');
  });
});

describe('a page that moves on to another account by itself', () => {
  test('is neutral until its cookie follows', () => {
    const look = tab();
    look({ meta: metaOf(a), cookie: arnOf(a) });
    expect(look({ meta: metaOf(b), cookie: arnOf(a) }, 10)).toBe('conflict');
    expect(look({ meta: metaOf(b), cookie: arnOf(b) }, 60)).toBe(b);
    expect(look({ meta: metaOf(b), cookie: arnOf(a) }, 90)).toBe(`${b} stale`);
  });

  test('is the new account’s at once where the cookie was there first', () => {
    const look = tab();
    look({ meta: metaOf(a), cookie: arnOf(a) });
    expect(look({ meta: metaOf(a), cookie: arnOf(b) })).toBe(`${a} stale`);
    expect(look({ meta: metaOf(b), cookie: arnOf(b) })).toBe(b);
  });

  test('is the new account’s after a moment where the cookie stays behind', () => {
    const look = tab();
    look({ meta: metaOf(a), cookie: arnOf(a) });
    look({ meta: metaOf(b), cookie: arnOf(a) }, 10);
    expect(look({ meta: metaOf(b), cookie: arnOf(a) }, 300)).toBe(b);
    expect(look({ meta: metaOf(b), cookie: arnOf('333333333333') }, 310)).toBe(`${b} stale`);
  });

  test('is in conflict until a moment has passed, whenever that is', () => {
    const look = tab();
    look({ meta: metaOf(a), cookie: arnOf(a) }, 5_000);
    expect(look({ meta: metaOf(b), cookie: arnOf(a) }, 5_100)).toBe('conflict');
    expect(look({ meta: metaOf(b), cookie: arnOf(a) }, 5_200)).toBe('conflict');
    expect(look({ meta: metaOf(b), cookie: arnOf(a) }, 5_300)).toBe(b);
  });

  test('that contradicted its cookie from the start stays in conflict until the cookie agrees', () => {
    const look = tab();
    expect(look({ meta: metaOf(b), cookie: arnOf(a) })).toBe('conflict');
    expect(look({ meta: metaOf(b), cookie: arnOf(a) }, 5_000)).toBe('conflict');
    expect(look({ meta: metaOf(b), cookie: arnOf(b) }, 5_100)).toBe(b);
    expect(look({ meta: metaOf(b), cookie: arnOf(a) }, 5_200)).toBe(`${b} stale`);
  });
});

describe('a page of a switched role', () => {
  const switched = roleOf(b);

  test.each([
    ['the session that it was switched from', arnOf(a)],
    ['the switched role', arnOf(b, 'Switched')],
    ['nobody', undefined],
  ])('is the account’s that its metadata names where the cookie names %s', (_, cookie) => {
    const look = tab();
    expect(look({ meta: switched, cookie })).toBe(b);
    expect(look({ meta: switched, cookie: arnOf('333333333333') })).toBe(`${b} stale`);
  });

  test('is nobody else’s when its cookie comes to name it', () => {
    const look = tab();
    expect(look({ meta: switched, cookie: arnOf(a) })).toBe(b);
    expect(look({ meta: switched, cookie: arnOf(b, 'Switched') })).toBe(b);
    expect(look({ meta: switched, cookie: arnOf(a) })).toBe(`${b} stale`);
  });

  test('found already loaded is in conflict with a cookie that may be younger than the page', () => {
    const at = { nowMs: 0, isLoading: false };
    expect(told(follow(undefined, evidence({ meta: switched, cookie: arnOf(a) }), at).standing)).toBe('conflict');
    expect(told(follow(undefined, evidence({ meta: switched }), at).standing)).toBe(b);
  });

  test('whose metadata goes away is nobody’s, not the account’s that it was switched from', () => {
    const look = tab();
    look({ meta: switched, cookie: arnOf(a) });
    expect(look({ cookie: arnOf(a) })).toBe('unknown');
    const multi = { prismModeEnabled: true, sessionDifferentiator: sessionOf(a) };
    const page = { address: hostOf(sessionOf(a)), cookie: arnOf(a), sessions: [sessionOf(a)] };
    const other = tab();
    expect(other({ ...page, meta: metaOf(b, { sessionARN: arnOf(b, 'Switched'), ...multi }) })).toBe(b);
    expect(other(page)).toBe('unknown');
  });

  test('makes the other pages of its session stale, also of one beside others, until it is switched back', () => {
    const multi = { prismModeEnabled: true, sessionDifferentiator: sessionOf(a) };
    const page = { address: hostOf(sessionOf(a)), meta: metaOf(a, multi), cookie: arnOf(a), sessions: [sessionOf(a)] };
    const look = tab();
    expect(look(page)).toBe(a);
    expect(look({ ...page, isReplaced: true })).toBe(`${a} stale`);
    expect(look(page)).toBe(a);
  });

  test('in one session, whose metadata is of two minds, is in conflict', () => {
    expect(tab()({ meta: metaOf(a, { sessionARN: arnOf(b, 'Switched') }), cookie: arnOf(a) })).toBe('conflict');
    expect(tab()({ meta: metaOf(a, { prismModeEnabled: true, sessionDifferentiator: sessionOf(b) }) })).toBe(
      'conflict',
    );
  });
});

describe('a page without session data', () => {
  test('is in conflict once the console’s own menu names another account than its cookie, also when the menu is closed', () => {
    const look = tab();
    expect(look({ cookie: arnOf(a) })).toBe(a);
    expect(look({ cookie: arnOf(a), menu: a })).toBe(a);
    expect(look({ cookie: arnOf(a), menu: b })).toBe('conflict');
    expect(look({ cookie: arnOf(a) })).toBe('conflict');
    expect(look({ cookie: arnOf(a), menu: a })).toBe(a);
  });

  test('is nobody’s by the menu alone', () => {
    expect(tab()({ menu: a })).toBe('unknown');
  });

  test('is its host’s where that names a session, but for a menu that says otherwise, as of a switched role', () => {
    const page = { address: hostOf(sessionOf(a)), cookie: arnOf(b), sessions: [sessionOf(a), sessionOf(b)] };
    expect([tab()(page), tab()({ ...page, menu: a }), tab()({ ...page, menu: b })]).toEqual([a, a, 'conflict']);
  });

  test('is veiled in conflict, too, once somebody else signs in', () => {
    const { story } = follow(undefined, evidence({ cookie: arnOf(a), menu: b }), { nowMs: 0, isLoading: true });
    const later = follow(story, evidence({ cookie: arnOf('333333333333') }), { nowMs: 900, isLoading: false });
    expect(later.standing).toMatchObject({ identity: { state: 'conflict' }, over: 'stale' });
  });
});

describe('a page of one session among several', () => {
  const multi = (account: string): string =>
    metaOf(account, { prismModeEnabled: true, sessionDifferentiator: sessionOf(account) });

  test('cares neither for the shared cookie nor for sign-ins elsewhere', () => {
    const look = tab();
    const page = { address: hostOf(sessionOf(a)), meta: multi(a), sessions: [sessionOf(a), sessionOf(b)] };
    expect(look({ ...page, cookie: arnOf(b) })).toBe(a);
    expect(look({ ...page, cookie: arnOf('333333333333') })).toBe(a);
  });

  test('has ended when its own session is signed out, or all are', () => {
    const look = tab();
    const page = { address: hostOf(sessionOf(a)), meta: multi(a), cookie: arnOf(b) };
    look({ ...page, sessions: [sessionOf(a), sessionOf(b)] });
    expect(look({ ...page, sessions: [sessionOf(b)] })).toBe(`${a} ended`);
    expect(look({ ...page, cookie: undefined, sessions: [] })).toBe(`${a} ended`);
  });

  test('has not ended when another one is signed out, or while somebody is signed in whose cookie can’t be read', () => {
    const look = tab();
    const page = { address: hostOf(sessionOf(a)), meta: multi(a) };
    look({ ...page, cookie: arnOf(b), sessions: [sessionOf(a), sessionOf(b)] });
    expect(look({ ...page, cookie: arnOf(a), sessions: [sessionOf(a)] })).toBe(a);
    expect(look({ ...page, sessions: [sessionOf(a)] })).toBe(a);
  });

  test('without marker cookies has ended once there is no cookie at all', () => {
    const look = tab();
    const page = { address: hostOf(sessionOf(a)), meta: multi(a) };
    expect(look({ ...page, cookie: arnOf(b) })).toBe(a);
    expect(look({ ...page, doubt: 'broken' })).toBe(a);
    expect(look(page)).toBe(`${a} ended`);
  });

  test('is still its host’s when it takes its session data back; on a host that names none it is nobody’s', () => {
    const page = { cookie: arnOf(a), sessions: [sessionOf(a)] };
    for (const [address, says] of [
      [hostOf(sessionOf(a)), a],
      ['https://health.aws.amazon.com/health/home', 'unknown'],
    ] as const) {
      const look = tab();
      expect(look({ address, ...page, meta: multi(a) })).toBe(a);
      expect(look({ address, ...page })).toBe(says);
    }
  });

  test('found already loaded and without session data is known by its host', () => {
    const page = evidence({ address: hostOf(sessionOf(a)), cookie: arnOf(b) });
    expect(told(follow(undefined, page, { nowMs: 0, isLoading: false }).standing)).toBe(a);
  });

  test('without session data is still its host’s once it has ended beside others', () => {
    const look = tab();
    const page = { address: hostOf(sessionOf(a)), cookie: arnOf(b) };
    expect(look({ ...page, sessions: [sessionOf(a), sessionOf(b)] })).toBe(a);
    expect(look({ ...page, sessions: [sessionOf(b)] })).toBe(`${a} ended`);
  });

  test('on a host that names none stays unknown once the other sessions have ended', () => {
    const look = tab();
    expect(look({ cookie: arnOf(a), sessions: [sessionOf(a), sessionOf(b)] })).toBe('unknown');
    expect(look({ cookie: arnOf(a), sessions: [sessionOf(a)] })).toBe('unknown');
  });

  test('on a host that names none has ended with the session that its metadata names', () => {
    const look = tab();
    const page = { address: 'https://health.aws.amazon.com/health/home', meta: multi(a), cookie: arnOf(b) };
    expect(look({ ...page, sessions: [sessionOf(a), sessionOf(b)] })).toBe(a);
    expect(look({ ...page, sessions: [sessionOf(b)] })).toBe(`${a} ended`);
  });

  test('without session data is known by its host while its session is open, and unknown after', () => {
    const page = { address: hostOf(sessionOf(a)), cookie: arnOf(b) };
    expect(tab()({ ...page, sessions: [sessionOf(a), sessionOf(b)] })).toBe(a);
    expect(tab()({ ...page, sessions: [sessionOf(b)] })).toBe('unknown');
    expect(tab()({ address: hostOf(sessionOf(a)) })).toBe('unknown');
  });

  test('without session data has the role of the cookie where it is the only session of its account', () => {
    const shown = (...pages: Page[]): string | undefined => {
      let story: Story | undefined;
      const looks = pages.map((page) => {
        const next = follow(story, evidence(page), { nowMs: 0, isLoading: true });
        story = next.story;
        return next.standing.identity;
      });
      const identity = looks.at(-1) ?? { state: 'unknown' };
      return identity.state === 'known'
        ? identity.principal && 'name' in identity.principal
          ? identity.principal.name
          : 'no role'
        : undefined;
    };
    const page = { address: hostOf(sessionOf(a)), cookie: arnOf(a, 'Admin') };
    expect(shown({ ...page, sessions: [sessionOf(a), sessionOf(b)] })).toBe('Admin');
    const two = { ...page, sessions: [sessionOf(a), `${a}-zzzz9999`] };
    expect(shown(two)).toBe('no role');
    expect(shown(two, { ...page, sessions: [sessionOf(a)] })).toBe('Admin');
    expect(shown({ cookie: arnOf(a, 'Admin'), sessions: [sessionOf(a)] })).toBe('Admin');
  });

  test('on a host that names no session has no role where several of its account are open', () => {
    const at = { nowMs: 0, isLoading: true };
    const page = { cookie: arnOf(a), sessions: [sessionOf(a), `${a}-zzzz9999`] };
    expect(follow(undefined, evidence(page), at).standing.identity).toMatchObject({ account: a, principal: undefined });
  });

  test('on a host that names no session is unknown where the cookie may speak of another', () => {
    expect(tab()({ cookie: arnOf(a), sessions: [sessionOf(a), sessionOf(b)] })).toBe('unknown');
    expect(tab()({ cookie: arnOf(a), sessions: [sessionOf(a)] })).toBe(a);
  });

  test('whose host and metadata name different sessions is in conflict, also within one account', () => {
    const meta = metaOf(a, { prismModeEnabled: true, sessionDifferentiator: `${a}-zzzz9999` });
    expect(tab()({ address: hostOf(sessionOf(a)), meta })).toBe('conflict');
  });
});

test.each([strange, 'https://a.b.eu-west-1.console.aws.amazon.com/', 'https://111111111111.console.aws.amazon.com/'])(
  'a host of a form that is not known is nobody’s: %s',
  (address) => {
    expect(tab()({ address, meta: metaOf(a), cookie: arnOf(a) })).toBe('unknown');
  },
);
