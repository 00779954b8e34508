import type { AccountId } from '../model/account';
import { principalName } from '../model/arn';
import { NEUTRAL } from '../model/colour';
import { parseConsolePage } from '../model/console-url';
import { identifyByPage } from '../model/identity';
import { follow, type Standing, type Story } from '../model/tab-story';
import type { Look } from '../model/look';
import { say } from '../model/say';
import type { ConsoleWorld } from './console-world';
import { hasContent } from './content';
import { createCookies } from './cookies';
import type { Sighting } from './doubt';
import { createEars } from './ears';
import { isEarly, isKept, readEvidence, sessionMark } from './evidence';
import { flagIcon, showIcon } from './favicon';
import { createFirstPaint } from './first-paint';
import { watchHead } from './head-watch';
import type { Menu } from './badge';
import { keepLabel } from './keeping';
import { createLabel } from './label';
import { later } from './later';
import { createOutside } from './outside';
import { createOwnLook } from './own-look';
import { createReplaced } from './replaced';
import { createSessionEnd } from './session-end';
import { watchSession } from './session-watch';
import { withPrefix } from './title';
import type { Watch } from './watch';
import { isRole, isTold, orphanView, type View, viewOf } from './view';

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
  const label = createLabel(page, signal);
  const looks = createOwnLook(world, draw, signal);
  const replaced = createReplaced(
    page,
    { ...world, label, shown: () => shown },
    { ears, isTooEarly, lookAgain, passes: (event) => guard?.(event) },
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
  let seen: Sighting | undefined;
  /** The first cookies that are told are then those under which the page was loaded. */
  const isFromTheStart = page.readyState === 'loading' && !isKept();
  let isFrameAwaited = false;
  /** Nothing is waited for any more: what is known is drawn. */
  let isDue = false;
  let isPainted = false;
  let isGuarded = false;
  /** What comes behind. */
  let menu: Menu | undefined;
  let openMenu: ((menu: Menu) => void) | undefined;
  let isMenuWanted = false;
  let place: (() => void) | undefined;
  let tell: ((text: string) => void) | undefined;
  let renew: (() => void) | undefined;
  let readMenu: ((page: Document) => AccountId | undefined) | undefined;
  let guard: ((event: Event) => void) | undefined;
  /** What was shown when the person chose not to see the label in this tab. */
  let hiddenAs: string | undefined;

  const choices = {
    menu: () => menu,
    offers: (open: (menu: Menu) => void) => void (openMenu = open),
    wantsMenu: () => void (isMenuWanted = true),
    signInAgain: () => void replaced.goBack(),
    renew: () => renew?.(),
  };

  function readAnew(): void {
    cookies.readAnew();
    look();
  }

  /** Whoever acts on a page has seen it: what was told of its cookies in advance may be over. */
  function lookAgain(): void {
    if (isPainted) return look();
    readAnew();
    draw();
  }

  /** Up to the first frame that has something to show, what is not known yet is waited for. */
  function awaitFirstFrame(): void {
    if (isFrameAwaited) return;
    isFrameAwaited = true;
    requestAnimationFrame(() => {
      isFrameAwaited = false;
      if (isDue) return;
      isDue = hasContent(page);
      draw();
    });
  }

  function draw(): void {
    if (signal.aborted) return;
    if (!isDue) awaitFirstFrame();
    if (!cookies.areTold()) {
      const said = saidByPage();
      if (said) {
        const isReady = lookOf(said.standing, said.region) !== undefined;
        return void ((isReady || isDue || shown) && show(said.standing, said.region));
      }
      if (!isDue) return;
      readAnew();
    }
    const evidence = readEvidence(page, cookies.all(), readMenu);
    if (!evidence) return;
    const isLoading = isFromTheStart && (page.readyState === 'loading' || story === undefined);
    const now = follow(story, evidence, { nowMs: performance.now(), isLoading });
    story = now.story;
    const { standing } = now;
    if (story.movingSinceMs !== undefined) later(SETTLING_MS, draw, signal);
    const region = evidence.url.region ?? '';
    const isReady = lookOf(standing, region) !== undefined || standing.identity.state !== 'known';
    if (isEarly(page, evidence) || !(isReady || isDue)) return;
    isDue = true;
    seen = { standing, evidence };
    show(standing, region);
    replaced.follow(standing, evidence);
  }

  /** What the page says of itself holds for as long as its cookies are not told: to wait for them would hold its first frame up. */
  function saidByPage(): { readonly standing: Standing; readonly region: string } | undefined {
    const evidence = readEvidence(page, []);
    const identity = evidence && identifyByPage(evidence);
    if (!identity || isEarly(page, evidence)) return undefined;
    return { standing: { identity, over: undefined }, region: evidence.url.region ?? '' };
  }

  /** The record of the account, read as soon as it is asked for. */
  function lookOf({ identity }: Standing, region: string): Look | null | undefined {
    if (identity.state !== 'known') return undefined;
    const { account, principal } = identity;
    const role = principal && isRole(principal) ? principalName(principal) : undefined;
    return looks.of(account, { role, region: region || undefined });
  }

  function show(standing: Standing, region: string): void {
    const { identity, over } = standing;
    const look = lookOf(standing, region);
    // A guarded page that does not say any more whose it is stays guarded.
    if (identity.state === 'known') isGuarded = look?.isGuarded === true;
    const view = viewOf(identity, look, region, { over, ending: sessionEnd.ending() });
    if (JSON.stringify(view) === JSON.stringify(shown)) return;
    shown = view;
    label.show(view, choices);
    label.hide(isHidden());
    place?.();
    if (isTold(view)) afterPaint(outside.tell);
  }

  function sessionChanged(): void {
    draw();
    later(RENEWED_WITHIN_MS, sessionEnd.lookAgain, signal);
  }

  function endChanged(): void {
    draw();
    const end = shown?.ending;
    if (end && !end.isOver) tell?.(say('hintEndsSoon', end.time));
  }

  function isGuardedHere(): boolean {
    return isGuarded && shown !== undefined && shown.state !== 'ended';
  }

  /** The guard comes when the page is parsed: what is pressed before that would pass it by. */
  function isTooEarly(): boolean {
    return isGuardedHere() && !guard && page.readyState !== 'complete';
  }

  function isHidden(): boolean {
    return shown !== undefined && hiddenAs === hiding(shown);
  }

  function hide(): void {
    hiddenAs = shown && hiding(shown);
    label.hide(true);
    outside.strip();
  }

  /** Nothing keeps this label true any more: it says so, in grey, unless a newer one has taken its place. */
  function retire(): void {
    if (signal.aborted) return;
    if (!orphan) label.element.remove();
    else if (label.element.isConnected) {
      label.unveil();
      label.show(orphan, { menu: none, offers: none, wantsMenu: none, signInAgain: none, renew: none });
      page.title = withPrefix(page.title, '');
      showIcon(page, flagIcon(NEUTRAL, false));
    }
    ending.abort();
  }

  function insist(): void {
    if (world.isOrphaned()) return retire();
    draw();
    label.insist();
    ears.again();
  }

  const look = watchSession(page, { cookies, ears, told: sessionChanged }, signal);
  watchHead(page, () => (draw(), outside.decorate()), signal);
  keepLabel(page, { label, ears, outside, sessionEnd, insist }, signal);
  afterPaint(() => {
    isDue = true;
    isPainted = true;
    readAnew();
    draw();
    orphan = orphanView();
    label.raise();
  });
  cookies.ask();
  draw();
  return {
    page,
    label,
    ears,
    signal,
    world,
    afterPaint,
    shown: () => shown,
    seen: () => seen,
    hide,
    isGuarded: isGuardedHere,
    besides: (others) => (cookies.besides(others), look()),
    follows(more) {
      ({ menu, place, tell, renew, readMenu } = more);
      if (isMenuWanted) openMenu?.(more.menu);
    },
    guards: (judge) => void (guard = judge),
  };
}

/** The label stays hidden for as long as it would say the same. */
function hiding({ state, accountId, roleName, ending }: View): string {
  return `${state} ${accountId ?? ''} ${roleName} ${ending ? 'ending' : ''}`;
}
