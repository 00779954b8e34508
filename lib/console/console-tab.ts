import type { AccountId } from '../model/account';
import { type Colour, NEUTRAL } from '../model/colour';
import { parseConsolePage } from '../model/console-url';
import type { Evidence, Identity } from '../model/identity';
import type { Look } from '../model/look';
import { follow, type Standing, type Story } from '../model/tab-story';
import { say } from '../model/say';
import type { Inside } from './danger';
import { createCookies } from './cookies';
import { createEars } from './ears';
import { isKept, readEvidence, sessionMark } from './evidence';
import { flagIcon, showIcon } from './favicon';
import { createFirstPaint } from './first-paint';
import { atMostTwiceASecond, watchHead } from './head-watch';
import type { MenuItem } from './badge';
import { createHints } from './hints';
import { createLabel } from './label';
import { createOwnLook } from './own-look';
import type { PlaceBadge } from './place-badge';
import { keepPresent } from './presence';
import { createReplaced } from './replaced';
import { createSessionEnd } from './session-end';
import { watchSession } from './session-watch';
import { withPrefix } from './title';
import type { Watch } from './watch';
import { isTold, orphanView, type View, viewOf } from './view';

/** The browser and the worker as a console tab needs them, handed in. */
export interface ConsoleWorld {
  /** The account's own record; `null` where there is none. */
  readLook(account: AccountId): Promise<Look | null>;
  onLook(told: (account: AccountId, look: Look | null) => void, signal: AbortSignal): void;
  /** Tells the worker who this tab is, for the toolbar and for other tabs; gives when its session ends, if that is known. */
  seen(view: View, mark: string): Promise<number | undefined>;
  /** Writes on the page from outside of it, where it can't be removed; an empty sentence takes it away again. */
  strip(says: string, colour: Colour): void;
  /** Signs in to the role again in a tab of its own; false where no portal lists it. */
  renewBeside(account: AccountId, roleName: string): Promise<boolean>;
  /** A link to this very page that carries account and role; `undefined` where no portal lists the account. */
  shareLink(account: AccountId, roleName: string): Promise<string | undefined>;
  /** Label and colour of an account of the inventory. */
  whoIs(account: AccountId): Promise<{ label: string; colour: string } | undefined>;
  /** Opens this page again as that account and role, through the portal; false where no portal lists it. */
  reopenAs(account: AccountId, roleName: string): Promise<boolean>;
  /** Shows the launcher, to open this very page in another account. */
  chooseAccount(): void;
  /** Opens the settings where the look of an account is chosen. */
  colourAccount(account: AccountId): void;
  copy(text: string): Promise<boolean>;
  readonly inside: Inside;
  /** True when the extension was updated or removed under this script. */
  isOrphaned(): boolean;
}

const PLACE_EVERY_MS = 2_000;
const SETTLING_MS = 220;
/** After a sign-in elsewhere its own tab has told the worker of itself. */
const RENEWED_WITHIN_MS = 4_000;
const none = (): void => undefined;

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
  const hints = createHints(label, signal);
  const looks = createOwnLook(world, draw, signal);
  const replaced = createReplaced(
    page,
    { ...world, label, shown: () => shown },
    { ears, isTooEarly, lookAgain: () => look() },
  );
  const sessionEnd = createSessionEnd(() => tellWorker(), endChanged);
  /** Said in advance: the browser gives an orphan no more sentences. */
  let orphan: View | undefined;
  let story: Story | undefined;
  let shown: View | undefined;
  /** The first cookies that are told are then those under which the page was loaded. */
  const isFromTheStart = page.readyState === 'loading' && !isKept();
  let isFrameAwaited = false;
  let isGuarded = false;
  /** Comes with the guard. */
  let placeBadge: PlaceBadge | undefined;
  let isFought = false;
  /** What was shown when the person chose not to see the label in this tab. */
  let hiddenAs: string | undefined;

  const menu = (): readonly MenuItem[] => [
    { says: say('labelCopyId'), run: () => copied(shown?.accountId) },
    { says: say('menuCopyLink'), run: async () => copied(shown?.accountId && (await linkHere(shown.accountId))) },
    { says: say('menuOpenHere'), run: () => world.chooseAccount() },
    { says: say('labelColour'), run: () => toColours() },
    { says: say('labelHide'), run: () => hide() },
  ];

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
    label.show(view, { menu, signInAgain: () => void replaced.goBack(), renew: () => void renew(), tell });
    label.hide(hiddenAs === hiding(view));
    place();
    if (isTold(view)) afterPaint(tellOutside);
  }

  /** The tab's title and icon, the toolbar: where a first half of the truth would be seen to change. */
  function tellOutside(): void {
    decorate();
    announce();
  }

  /** Where the page leaves no frame with the label in it, unless the person wants none there. */
  function strip(isNeeded: boolean): void {
    if (shown) world.strip(isNeeded && hiddenAs !== hiding(shown) ? shown.says : '', shown.colour);
  }

  /** A page that is made ready in advance is no tab yet. Who tells the worker too often is not heard any more, the last word neither. */
  const announce = atMostTwiceASecond(() => {
    if (shown && !isInAdvance(page)) void tellWorker().then(sessionEnd.told, none);
    if (isFought) strip(true);
  }, signal);

  async function tellWorker(): Promise<number | undefined> {
    return shown && world.seen(shown, sessionMark(cookies.all()));
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

  /** Measuring forces a layout: it waits until the page has had its first one. */
  const place = (): void => afterPaint(placeNow);
  const placeNow = (): void => {
    if (page.readyState === 'complete') requestAnimationFrame(() => placeBadge && label.place(placeBadge));
  };

  /** Title and icon, as seen where the page is not. */
  function decorate(): void {
    if (page.head && shown && isTold(shown)) afterPaint(decorateSoon);
  }
  const decorateSoon = atMostTwiceASecond(() => {
    if (!shown) return;
    const title = withPrefix(page.title, shown.accountId ? shown.title : '?');
    if (page.title !== title) page.title = title;
    showIcon(page, flagIcon(shown.colour, shown.level === 'production' && shown.state === 'known'));
  }, signal);

  function isGuardedHere(): boolean {
    return isGuarded && shown !== undefined && shown.state !== 'ended';
  }

  /** The guard comes when the page is parsed: what is pressed before that would pass it by. */
  function isTooEarly(): boolean {
    return isGuardedHere() && !placeBadge && page.readyState !== 'complete';
  }

  async function copied(text: string | undefined): Promise<string> {
    return text !== undefined && (await world.copy(text)) ? say('copied') : say('notCopied');
  }

  const linkHere = (account: AccountId): Promise<string | undefined> => world.shareLink(account, shown?.roleName ?? '');

  function toColours(): void {
    if (shown?.accountId) world.colourAccount(shown.accountId);
  }

  function hide(): void {
    hiddenAs = shown && hiding(shown);
    label.hide(true);
    strip(isFought);
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
      label.show(orphan, { menu: () => [], signInAgain: none, renew: none, tell: none });
      page.title = withPrefix(page.title, '');
      showIcon(page, flagIcon(NEUTRAL, false));
    }
    ending.abort();
  }

  const look = watchSession(page, { cookies, ears, told: sessionChanged }, signal);
  watchHead(page, () => (draw(), decorate()), signal);
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
        if (isNow !== isFought) strip((isFought = isNow));
      },
    },
    signal,
  );
  ears.on('resize', place, { passive: true });
  ears.on('pointermove', ({ clientX, clientY, isTrusted }) => void (isTrusted && label.stepAside(clientX, clientY)), {
    passive: true,
  });
  ears.on('load', place);
  ears.on('pageshow', ({ persisted }) => void (persisted && announce()));
  ears.on('visibilitychange', () => void (page.visibilityState === 'visible' && sessionEnd.lookAgain()));
  // Before the frame in which it opens is painted. It may as well be closing, which does no harm.
  ears.on('beforetoggle', () => queueMicrotask(label.raise), { capture: true });
  ears.on('toggle', ({ target }) => void (isOnTop(target) && label.raise()), { capture: true });
  ears.on('fullscreenchange', () => label.raise(), { capture: true });
  page.addEventListener('prerenderingchange', announce, { signal });
  const everyNowAndThen = (): void => {
    if (page.visibilityState !== 'visible') return;
    place();
    sessionEnd.look();
  };
  const placing = setInterval(everyNowAndThen, PLACE_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(placing), { once: true });
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
    stands(how) {
      placeBadge = how;
      place();
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

/**
 * The page's head, where it says whose it is, has not come yet. There is nothing to mark, and what host and cookie say
 * may not be the truth: of a switched role they name the account that it was switched from.
 */
function isEarly(page: Document, { meta }: Evidence): boolean {
  return meta === 'absent' && page.readyState === 'loading' && !page.body;
}

/** Rules speak of roles; a user's or the root user's name is none. */
function roleOf(identity: Identity): string | undefined {
  const principal = identity.state === 'known' ? identity.principal : undefined;
  return principal?.kind === 'role' || principal?.kind === 'permission-set' ? principal.name : undefined;
}

function isInAdvance(page: Document): boolean {
  return 'prerendering' in page && page.prerendering === true;
}

/** Popovers and modal dialogs of the page lie above everything that was there before them. */
function isOnTop(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(':popover-open, :modal');
}
