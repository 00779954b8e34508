import type { AccountId } from '../model/account';
import { NEUTRAL } from '../model/colour';
import { parseConsolePage } from '../model/console-url';
import type { Identity } from '../model/identity';
import { follow, type Standing, type Story } from '../model/tab-story';
import { say } from '../model/say';
import type { ConsoleWorld } from './console-world';
import { createCookies } from './cookies';
import { createEars } from './ears';
import { isEarly, isKept, readEvidence, sessionMark } from './evidence';
import { flagIcon, showIcon } from './favicon';
import { createFirstPaint } from './first-paint';
import { watchHead } from './head-watch';
import type { Menu } from './badge';
import { createHints } from './hints';
import { createLabel } from './label';
import { menuItems } from './menu-items';
import { keepOnTop } from './on-top';
import { createOutside } from './outside';
import { createOwnLook } from './own-look';
import { createPlacing } from './placing';
import { keepPresent } from './presence';
import { createReplaced } from './replaced';
import { createSessionEnd } from './session-end';
import { watchSession } from './session-watch';
import { withPrefix } from './title';
import type { Watch } from './watch';
import { isTold, orphanView, type View, viewOf } from './view';

const LOOK_EVERY_MS = 2_000;
const SETTLING_MS = 220;
/** After a sign-in elsewhere its own tab has told the worker of itself. */
const RENEWED_WITHIN_MS = 4_000;
const none = (): undefined => undefined;

/**
 * Marks one console tab with its account, and stands between the person and a page whose session was replaced. Gives what
 * the guard needs, which comes later; `undefined` where the page is no console.
 */
export function startConsoleTab(page: Document, world: ConsoleWorld, ending: AbortController): Watch | undefined {
  if (!parseConsolePage(page.location.href)) return undefined;
  const { signal } = ending;
  const cookies = createCookies(page, () => (look(), draw()));
  const ears = createEars(page, signal);
  const afterPaint = createFirstPaint(page, signal);
  const label = createLabel(page);
  const placing = createPlacing(page, { label, ears, afterPaint }, signal);
  const hints = createHints(label, signal);
  const looks = createOwnLook(world, draw, signal);
  const replaced = createReplaced(
    page,
    { ...world, label, shown: () => shown },
    { ears, isTooEarly, lookAgain: () => look() },
  );
  const sessionEnd = createSessionEnd(() => outside.tellWorker(), endChanged);
  const outside = createOutside(
    page,
    {
      ...world,
      shown: () => shown,
      isHidden,
      mark: () => sessionMark(cookies.all()),
      told: sessionEnd.told,
    },
    afterPaint,
    signal,
  );
  /** Said in advance: the browser gives an orphan no more sentences. */
  let orphan: View | undefined;
  let story: Story | undefined;
  let shown: View | undefined;
  /** The first cookies that are told are then those under which the page was loaded. */
  const isFromTheStart = page.readyState === 'loading' && !isKept();
  let isFrameAwaited = false;
  let isGuarded = false;
  /** Comes with the guard. */
  let menu: Menu | undefined;
  /** What was shown when the person chose not to see the label in this tab. */
  let hiddenAs: string | undefined;

  function readAnew(): void {
    cookies.readAnew();
    look();
  }

  /** Until its cookies are told nothing is drawn. If the page has something to show before that, they are read in that very frame. */
  function beforeFirstFrame(): void {
    if (isFrameAwaited) return;
    isFrameAwaited = true;
    requestAnimationFrame(() => {
      isFrameAwaited = false;
      if (cookies.areTold()) return;
      if (!page.body?.firstElementChild) return beforeFirstFrame();
      readAnew();
      draw();
    });
  }

  function draw(): void {
    if (signal.aborted) return;
    if (!cookies.areTold()) return beforeFirstFrame();
    const evidence = readEvidence(page, cookies.all());
    if (!evidence) return;
    const isLoading = isFromTheStart && (page.readyState === 'loading' || story === undefined);
    const seen = follow(story, evidence, { nowMs: performance.now(), isLoading });
    story = seen.story;
    if (story.movingSinceMs !== undefined) setTimeout(draw, SETTLING_MS);
    if (isEarly(page, evidence)) return readAhead(seen.standing);
    show(seen.standing, evidence.url.region ?? '');
    replaced.follow(seen.standing, evidence.cookie);
  }

  /** The record of the account that it will be, if the page does not say otherwise. */
  function readAhead({ identity }: Standing): void {
    if (identity.state === 'known') looks.of(identity.account, {});
  }

  function show({ identity, over }: Standing, region: string): void {
    const account = identity.state === 'known' ? identity.account : undefined;
    const look = looks.of(account, { role: roleOf(identity), region: region || undefined });
    // A guarded page that does not say any more whose it is stays guarded.
    if (account) isGuarded = look?.isGuarded === true;
    const view = viewOf(identity, look, region, { over, ending: sessionEnd.ending() });
    if (JSON.stringify(view) === JSON.stringify(shown)) return;
    shown = view;
    label.show(view, { menu: () => menu, signInAgain: () => void replaced.goBack(), renew: () => void renew() });
    label.hide(isHidden());
    placing.place();
    if (isTold(view)) afterPaint(outside.tell);
  }

  function sessionChanged(): void {
    draw();
    setTimeout(sessionEnd.lookAgain, RENEWED_WITHIN_MS);
  }

  function endChanged(): void {
    draw();
    const end = shown?.ending;
    if (end && !end.isOver) tell(say('hintEndsSoon', end.time));
  }

  async function renew(): Promise<void> {
    const { accountId, roleName = '' } = shown ?? {};
    if (accountId && !(await world.renewBeside(accountId, roleName))) tell(say('veilNoWayBack', shown?.title ?? ''));
  }

  function isGuardedHere(): boolean {
    return isGuarded && shown !== undefined && shown.state !== 'ended';
  }

  /** The guard comes when the page is parsed: what is pressed before that would pass it by. */
  function isTooEarly(): boolean {
    return isGuardedHere() && !placing.isReady() && page.readyState !== 'complete';
  }

  function isHidden(): boolean {
    return shown !== undefined && hiddenAs === hiding(shown);
  }

  function hide(): void {
    hiddenAs = shown && hiding(shown);
    label.hide(true);
    outside.strip();
  }

  function tell(text: string): void {
    hints.tell(text, shown?.colour ?? NEUTRAL);
  }

  /** Nothing keeps this label true any more: it says so, in grey, unless a newer one has taken its place. */
  function retire(): void {
    if (signal.aborted) return;
    if (!orphan) label.element.remove();
    else if (label.element.isConnected) {
      label.unveil();
      label.show(orphan, { menu: none, signInAgain: none, renew: none });
      page.title = withPrefix(page.title, '');
      showIcon(page, flagIcon(NEUTRAL, false));
    }
    ending.abort();
  }

  const look = watchSession(page, { cookies, ears, told: sessionChanged }, signal);
  watchHead(page, () => (draw(), outside.decorate()), signal);
  keepPresent(
    page,
    label.element,
    {
      insist() {
        if (world.isOrphaned()) return retire();
        draw();
        label.insist();
        ears.again();
      },
      reset: ears.again,
      beat(isNow) {
        label.showRoot();
        outside.fought(isNow);
      },
    },
    signal,
  );
  ears.on('pageshow', ({ persisted }) => void (persisted && outside.announce()));
  ears.on('visibilitychange', () => void (page.visibilityState === 'visible' && sessionEnd.lookAgain()));
  keepOnTop(ears, label);
  page.addEventListener('prerenderingchange', outside.announce, { signal });
  const looking = setInterval(() => {
    if (page.visibilityState === 'visible') sessionEnd.look();
  }, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(looking), { once: true });
  afterPaint(() => {
    readAnew();
    orphan = orphanView();
    label.raise();
  });
  cookies.ask();
  look();
  draw();
  return {
    page,
    ears,
    signal,
    guard: {
      isOn: isGuardedHere,
      inside: world.inside,
      isOurs: (event) => event.composedPath().includes(label.element),
      ask: replaced.askBefore,
      warn: (about) => tell(say('hintCareful', about, shown?.title ?? '')),
    },
    numbers: {
      own: () => shown?.accountId,
      whoIs: (account) => world.whoIs(account),
      explain: (found, at) => hints.explain(say('hintIsAccount', named(found)), found.colour, at),
      warn: (found, at) => hints.tell(say('hintPasted', named(found)), found.colour, at),
      leave: hints.leave,
    },
    besides: (others) => (cookies.besides(others), look()),
    menu: { items: () => menuItems(world, shown, hide), tell },
    stands(place, itsMenu) {
      menu = itsMenu;
      placing.by(place);
    },
  };
}

function named({ label, account }: { readonly label: string; readonly account: AccountId }): string {
  return `${label || account} (${account})`;
}

/** The label stays hidden for as long as it would say the same. */
function hiding({ state, accountId, roleName, ending }: View): string {
  return `${state} ${accountId ?? ''} ${roleName} ${ending ? 'ending' : ''}`;
}

/** Rules speak of roles; a user's or the root user's name is none. */
function roleOf(identity: Identity): string | undefined {
  const principal = identity.state === 'known' ? identity.principal : undefined;
  return principal?.kind === 'role' || principal?.kind === 'permission-set' ? principal.name : undefined;
}
