import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AccountId, parseAccountId } from '../../../lib/model/account';
import { accountColour, NEUTRAL } from '../../../lib/model/colour';
import { lookOf } from '../../../lib/model/chosen';
import type { Look } from '../../../lib/model/look';
import { follow, type Standing, type Story } from '../../../lib/model/tab-story';
import { readEvidence } from '../../../lib/console/evidence';
import { emptyPersonal } from '../../../lib/model/personal';
import { type View, viewOf } from '../../../lib/console/view';

/*
 * What a console tab shows, from the page's own text to the colour, by the very functions that the extension ships, over
 * generated histories of a browser: pages of every kind, sign-ins, switched roles, sign-outs, an update of the extension.
 */

const names = { '111111111111': 'pay-prod', '222222222222': 'pay-dev', '333333333333': 'pay-staging' };
type Owner = keyof typeof names;
const owners = Object.keys(names) as Owner[];

type Meta = 'right' | 'late' | 'absent' | 'broken' | 'strange' | 'huge' | 'twice' | 'other';

/** How the browser's cookie is written: so that it can be read, or not. */
type Writing = 'plain' | 'encoded' | 'form' | 'unread';

interface Load {
  readonly kind: 'load';
  readonly meta: Meta;
  /** On a host that names the session, on the plain one, or on a service's own. */
  readonly host: 'session' | 'plain' | 'service';
  readonly which: number;
  readonly writing: Writing;
  /** The console's own menu says whose page it is. */
  readonly hasMenu: boolean;
}
type Step =
  | Load
  | { readonly kind: 'sign-in'; readonly as: Owner; readonly role: string }
  | { readonly kind: 'switch-role'; readonly to: Owner; readonly isCookieLeft: boolean }
  | { readonly kind: 'sign-out'; readonly which: number }
  | { readonly kind: 'side-by-side'; readonly isOn: boolean }
  | { readonly kind: 'move'; readonly to: Owner; readonly isCookieFollowing: boolean }
  | { readonly kind: 'unsay' | 'say' | 'garble' | 'update' }
  | { readonly kind: 'rival'; readonly as: Owner | undefined }
  | { readonly kind: 'wait'; readonly ms: number };

const anyOwner = fc.constantFrom(...owners);
const anyRole = fc.constantFrom(
  'AWSReservedSSO_Admin_0123456789abcdef',
  'AWSReservedSSO_Read_0123456789abcdef',
  'Deploy',
);
const load = fc.record({
  kind: fc.constant('load' as const),
  meta: fc.constantFrom<Meta>(
    'right',
    'right',
    'right',
    'late',
    'absent',
    'broken',
    'strange',
    'huge',
    'twice',
    'other',
  ),
  host: fc.constantFrom('session' as const, 'session' as const, 'plain' as const, 'service' as const),
  which: fc.nat(4),
  writing: fc.constantFrom<Writing>('plain', 'encoded', 'encoded', 'form', 'unread'),
  hasMenu: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: load },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sign-in' as const), as: anyOwner, role: anyRole }) },
  fc.record({ kind: fc.constant('switch-role' as const), to: anyOwner, isCookieLeft: fc.boolean() }),
  fc.record({ kind: fc.constant('sign-out' as const), which: fc.nat(5) }),
  fc.record({ kind: fc.constant('side-by-side' as const), isOn: fc.boolean() }),
  fc.record({ kind: fc.constant('move' as const), to: anyOwner, isCookieFollowing: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('unsay' as const, 'say' as const, 'garble' as const, 'update' as const) }),
  fc.record({ kind: fc.constant('rival' as const), as: fc.option(anyOwner, { nil: undefined }) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(50, 300) }),
);

test(
  'over 10,000 generated histories no tab shows one account’s name, number or colour on another’s page, and none is open to the person once its session was replaced',
  { timeout: 120_000 },
  () => {
    const shown = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), (steps) => {
        const browser = createBrowser();
        for (const one of steps) {
          browser.take(one);
          const view = browser.look();
          if (!view) continue;
          shown.add(view.state);
          hold(view, browser.owner());
          const isDoubted = browser.isUnread() && view.accountId === undefined;
          if (browser.isReplaced() && !browser.isVeiled() && !isDoubted)
            throw new Error(`no veil: ${JSON.stringify(view)}`);
        }
      }),
      { numRuns: 10_000 },
    );
    // A label that never knows would hold the promise too.
    expect([...shown].sort()).toEqual(['conflict', 'ended', 'known', 'stale', 'unknown']);
  },
);

/** Whatever the tab says is true of its page; whatever is not sure is grey. */
function hold(view: View, own: Owner | undefined): void {
  const { state, accountId, colour, level, title } = view;
  const says = `${state} ${accountId ?? ''} ${title} ${colour}, on ${own ?? 'nobody'}’s page`;
  const isNeutral = colour === NEUTRAL && level === undefined && accountId === undefined;
  if (state === 'unknown' || state === 'conflict') {
    if (!isNeutral) throw new Error(`not neutral: ${says}`);
    return;
  }
  if (own === undefined || accountId !== own || title !== names[own]) throw new Error(`wrong: ${says}`);
  if (level !== lookFor(own).level) throw new Error(`wrong level ${level ?? ''}: ${says}`);
  if (colour !== (state === 'known' ? lookFor(own).colour : NEUTRAL)) throw new Error(`wrong colour: ${says}`);
}

function lookFor(own: Owner): Look {
  return lookOf(emptyPersonal, { id: idOf(own), name: names[own], portals: [] });
}

test('the accounts of these histories look different', () => {
  const looks = owners.map((own) => lookFor(own).colour);
  expect(new Set(looks).size).toBe(owners.length);
  expect(looks).toContain(accountColour(idOf('222222222222'), 'development'));
});

interface Session {
  /** `111111111111-abcd1234` */
  readonly id: string;
  readonly as: Owner;
  readonly arn: string;
  readonly cookie: string;
}

interface Tab {
  readonly address: string;
  metas: readonly string[];
  readonly owner: Owner | undefined;
  readonly session: Session | undefined;
  readonly said: readonly string[];
  readonly hasMenu: boolean;
}

/** A browser with one console tab, as AWS would have it: whose page it truly is, and what of that can be read. */
function createBrowser() {
  let open: Session[] = [];
  let isSideBySide = false;
  let made = 0;
  let writing: Writing = 'encoded';
  let nowMs = 0;
  let tab: Tab = {
    address: plain('eu-west-1'),
    metas: [],
    owner: undefined,
    session: undefined,
    said: [],
    hasMenu: false,
  };
  let moved: Owner | undefined;
  let cookie: string | undefined;
  let story: Story | undefined;
  let isLoading = true;
  let isUnsaid = false;
  /** A second cookie of the name, of another path or host. */
  let rival: string | undefined;
  /** The session under which the page was loaded, where the browser had only that one. */
  let loadedUnder: string | undefined;
  let over: Standing['over'];

  const owner = (): Owner | undefined => moved ?? tab.owner;

  function enter(as: Owner, arn: string, userInfo: string): void {
    made += 1;
    const session = { id: `${as}-${String(made).padStart(8, '0')}`, as, arn, cookie: userInfo };
    open = isSideBySide ? [...open, session].slice(-5) : [session];
    cookie = userInfo;
  }

  function arrive({ meta, host, which, writing: written, hasMenu }: Load): void {
    const session = isSideBySide ? open[which % Math.max(1, open.length)] : open[0];
    const isPlain = !isSideBySide || host === 'service';
    const address =
      host === 'service' ? service : isPlain || !session ? plain('eu-west-1') : plain(`${session.id}.eu-west-1`);
    const right = session && metaOf(session, isSideBySide);
    // A page of one session without metadata is whose the cookie names: that it is a switched role's, only its menu tells.
    const isUntold = (meta === 'absent' || meta === 'late') && session?.cookie !== session?.arn;
    const kind = isUntold && !isSideBySide && !hasMenu ? 'right' : meta;
    const said = right === undefined ? [] : metasOf(kind, right);
    writing = written;
    moved = undefined;
    story = undefined;
    isLoading = true;
    isUnsaid = false;
    loadedUnder = isSideBySide || rival !== undefined ? undefined : cookie;
    tab = { address, metas: kind === 'late' ? [] : said, owner: session?.as, session, said, hasMenu };
  }

  function take(one: Step): void {
    nowMs += 10;
    if (one.kind !== 'load') isLoading = false;
    switch (one.kind) {
      case 'load':
        return arrive(one);
      case 'sign-in': {
        const arn = arnOf(one.as, one.role);
        return enter(one.as, arn, arn);
      }
      case 'switch-role': {
        const from = open.at(-1);
        if (!from) return;
        const arn = arnOf(one.to, 'Switched');
        return enter(one.to, arn, one.isCookieLeft && !isSideBySide ? from.cookie : arn);
      }
      case 'sign-out':
        return signOut(one.which);
      case 'side-by-side':
        isSideBySide = one.isOn;
        open = [];
        cookie = undefined;
        loadedUnder = undefined;
        return;
      case 'move':
        return move(one.to, one.isCookieFollowing);
      case 'unsay':
        isUnsaid = true;
        tab.metas = [];
        return;
      case 'say':
        if (moved === undefined) tab.metas = tab.said;
        isUnsaid = false;
        return;
      case 'garble':
        tab.metas = tab.metas.map((meta) => meta.slice(0, -5));
        return;
      case 'rival':
        rival = one.as && arnOf(one.as, 'Rival');
        return;
      case 'update':
        story = undefined;
        loadedUnder = undefined;
        return;
      case 'wait':
        nowMs += one.ms;
    }
  }

  function signOut(which: number): void {
    const gone = isSideBySide ? open[which] : undefined;
    open = gone ? open.filter((session) => session !== gone) : [];
    if (open.length === 0) cookie = undefined;
  }

  /** A page that goes on as another account by itself, in one session. */
  function move(to: Owner, isCookieFollowing: boolean): void {
    if (isSideBySide || !tab.session || tab.metas.length === 0 || isUnsaid) return;
    const arn = arnOf(to, 'AWSReservedSSO_Admin_0123456789abcdef');
    moved = to;
    tab.metas = [metaOf({ ...tab.session, as: to, arn }, false)];
    if (isCookieFollowing) enter(to, arn, arn);
  }

  function look(): View | undefined {
    const evidence = readEvidence(pageOf(tab), cookiesNow(), () => (tab.hasMenu ? parseAccountId(owner()) : undefined));
    if (!evidence) throw new Error(`${tab.address} is a console's`);
    const next = follow(story, evidence, { nowMs, isLoading: isLoading && story === undefined });
    story = next.story;
    const { identity } = next.standing;
    over = next.standing.over;
    const own = identity.state === 'known' ? (identity.account as string as Owner) : undefined;
    return viewOf(identity, own && lookFor(own), '', { over });
  }

  function cookiesNow(): string[] {
    const info = cookie && JSON.stringify({ arn: cookie, alias: '', username: 'x' });
    return [
      'noflush_Region=eu-west-1',
      ...(info ? [`aws-userInfo=${write(info, writing)}`] : []),
      ...(info && rival ? [`aws-userInfo=${JSON.stringify({ arn: rival })}`] : []),
      ...(isSideBySide ? open.map(({ id }) => `__Secure-aws-session-id-${id}=x`) : []),
    ];
  }

  return {
    take,
    look,
    owner,
    isVeiled: () => over === 'stale',
    isUnread: () => writing === 'unread',
    /** Somebody else is signed in now, or two at once, and the page has not moved on by itself nor been theirs all along. */
    isReplaced(): boolean {
      if (loadedUnder === undefined || moved !== undefined || cookie === undefined) return false;
      return rival !== undefined || (cookie !== loadedUnder && cookie !== tab.session?.arn);
    },
  };
}

function write(info: string, writing: Writing): string {
  switch (writing) {
    case 'plain':
      return info;
    case 'encoded':
      return encodeURIComponent(info);
    case 'form':
      return encodeURIComponent(info).replaceAll('%2C', '%2C+');
    case 'unread':
      return info.replaceAll('"', '');
  }
}

/** Of a page only what the extension reads. */
function pageOf({ address, metas }: Tab): Document {
  const tags = metas.map((content) => ({ getAttribute: () => content }));
  const page = { location: { href: address }, querySelectorAll: () => tags };
  return page as unknown as Document;
}

function metasOf(kind: Meta, right: string): readonly string[] {
  const data = JSON.parse(right) as Record<string, unknown>;
  switch (kind) {
    case 'absent':
      return [];
    case 'broken':
      return [right.slice(0, 30)];
    case 'strange':
      return [JSON.stringify({ ...data, accountId: Number(data['accountId']), prismModeEnabled: ['true'] })];
    case 'huge':
      return [JSON.stringify({ ...data, padding: 'x'.repeat(30_000) })];
    case 'twice':
      return [right, JSON.stringify({ ...data, accountId: owners.find((own) => own !== data['accountId']) })];
    case 'other':
      return [
        JSON.stringify({
          ...data,
          sessionARN: arnOf(
            owners.find((own) => own !== data['accountId']),
            'Other',
          ),
        }),
      ];
    default:
      return [right];
  }
}

function metaOf({ id, as, arn }: Session, isSideBySide: boolean): string {
  return JSON.stringify({
    accountId: as,
    sessionARN: arn,
    prismModeEnabled: isSideBySide,
    ...(isSideBySide ? { sessionDifferentiator: id } : {}),
  });
}

const service = 'https://health.aws.amazon.com/health/home';

function plain(labels: string): string {
  return `https://${labels}.console.aws.amazon.com/s3/home`;
}

function arnOf(account: string | undefined, roleName: string): string {
  return `arn:aws:sts::${account}:assumed-role/${roleName}/jane`;
}

function idOf(own: string): AccountId {
  const id = parseAccountId(own);
  if (!id) throw new Error('twelve digits are an account id');
  return id;
}
