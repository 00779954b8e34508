import type { AccountId } from '../model/account';
import { principalName, type SessionArn } from '../model/arn';
import { NEUTRAL } from '../model/colour';
import { type Identity, identify, isOtherSession } from '../model/identity';
import type { Look } from '../model/look';
import { readCookie, readEvidence } from './evidence';
import { flagIcon, showIcon } from './favicon';
import { watchForeignNumbers } from './foreign-numbers';
import { startGuard } from './guard';
import { atMostTwiceASecond, watchHead } from './head-watch';
import { createLabel, type Label } from './label';
import { keepPresent } from './presence';
import { watchSession } from './session-watch';
import { withPrefix } from './title';
import { type View, viewOf } from './view';
import { words } from './words';

/** The browser and the worker as a console tab needs them, handed in. */
export interface ConsoleWorld {
  /** The account's own record; `null` where there is none. */
  readLook(account: AccountId): Promise<Look | null>;
  onLook(told: (account: AccountId, look: Look | null) => void, signal: AbortSignal): void;
  /** Tells the worker who this tab is, for the toolbar and for other tabs. */
  seen(view: View): void;
  /** A link to this very page that carries account and role; `undefined` where no portal lists the account. */
  shareLink(account: AccountId, roleName: string): Promise<string | undefined>;
  /** Label and colour of an account of the inventory. */
  whoIs(account: AccountId): Promise<{ label: string; colour: string } | undefined>;
  /** Opens this page again as that account and role, through the portal. */
  reopenAs(account: AccountId, roleName: string): void;
  copy(text: string): Promise<boolean>;
  /** True when the extension was updated or removed under this script. */
  isOrphaned(): boolean;
}

const PLACE_EVERY_MS = 2_000;
const HINT_MS = 4_000;
const BLOCKED = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'keydown',
  'keypress',
  'submit',
  'paste',
  'drop',
] as const;

/** Marks one console tab with its account, and stands between the person and a page whose session was replaced. */
export function startConsoleTab(page: Document, world: ConsoleWorld, signal: AbortSignal): void {
  const first = readEvidence(page);
  if (!first) return;
  /** The session when this page was loaded: what its content belongs to. */
  const loadedAs = first.cookie;
  let looks: { account: AccountId; look: Look | null | undefined } | undefined;
  let over: 'stale' | 'ended' | undefined;
  let dismissed: string | undefined;
  let shown: View | undefined;

  const label: Label = createLabel(page, {
    copyId: async () => (shown?.accountId ? world.copy(shown.accountId) : false),
    copyLink: async () => {
      const link = shown?.accountId && (await world.shareLink(shown.accountId, shown.roleName));
      return link ? world.copy(link) : false;
    },
    hide: () => label.element.remove(),
    signInAgain: goBack,
  });

  function identity(): Identity {
    const evidence = readEvidence(page);
    return evidence
      ? identify({ ...evidence, cookie: loadedAs ?? (over ? undefined : evidence.cookie) })
      : { state: 'unknown', why: 'no-evidence' };
  }

  function draw(): void {
    if (signal.aborted) return;
    const now = identity();
    const account = now.state === 'known' ? now.account : undefined;
    if (account && looks?.account !== account) void readLook(account);
    const view = viewOf(
      now,
      looks && looks.account === account ? looks.look : undefined,
      readEvidence(page)?.url.region ?? '',
      over,
    );
    if (JSON.stringify(view) === JSON.stringify(shown)) return;
    shown = view;
    label.show(view);
    place();
    decorate();
    world.seen(view);
  }

  /** Measuring forces a layout: it waits until the page has had its first one. */
  function place(): void {
    if (page.readyState === 'complete') requestAnimationFrame(() => label.place());
  }

  async function readLook(account: AccountId): Promise<void> {
    looks = { account, look: undefined };
    const look = await world.readLook(account);
    if (looks.account !== account || looks.look !== undefined) return;
    looks = { account, look };
    draw();
  }

  function name(): string {
    if (!shown) return '';
    return shown.roleName ? `${shown.title} (${shown.roleName})` : shown.title;
  }

  /** Title and icon, as seen where the page is not. */
  function decorate(): void {
    if (page.head && shown) decorateSoon();
  }
  const decorateSoon = atMostTwiceASecond(() => {
    if (!shown) return;
    const title = withPrefix(page.title, shown.accountId ? shown.title : '?');
    if (page.title !== title) page.title = title;
    showIcon(page, flagIcon(shown.colour, shown.level === 'production'));
  }, signal);

  function isMultiSession(): boolean {
    const evidence = readEvidence(page);
    return evidence?.url.session !== undefined || (typeof evidence?.meta === 'object' && evidence.meta.isMultiSession);
  }

  /** The cookie names another session than the one under which this page was loaded. */
  function onSession(now: SessionArn | undefined): void {
    if (!loadedAs || isMultiSession()) return draw();
    const isOther = isOtherSession(loadedAs, now);
    over = isOther ? (now ? 'stale' : 'ended') : undefined;
    if (now && over === 'stale' && dismissed !== JSON.stringify(now)) veil(now);
    else label.unveil();
    draw();
  }

  /** The veil stands at once with the number; the name follows from the other account's record. */
  function veil(now: SessionArn): void {
    const justShow = (): void => {
      dismissed = JSON.stringify(now);
      label.unveil();
    };
    const put = (nameNow: string): void => {
      const current = `${nameNow} (${principalName(now.principal)})`;
      label.veil({
        says: words.loadedAs(name(), current),
        answers: [
          [words.reload(current), () => page.location.reload()],
          [words.goBack(name()), goBack],
          [words.justShow, justShow],
        ],
      });
    };
    put(now.account);
    void world.readLook(now.account).then((look) => look?.label && label.isVeiled() && put(look.label));
  }

  /** The guard's question names the account; the page stays as it is whatever the answer. */
  function askBefore(stopped: string, allow: () => void): void {
    const account = shown ? `${shown.title}${shown.accountId ? ` (${shown.accountId})` : ''}` : '';
    label.veil({
      says: words.guarded(stopped, account),
      answers: [
        [words.cancel, () => label.unveil()],
        [words.allow(shown?.title ?? ''), () => (allow(), label.unveil())],
      ],
    });
  }

  function hintFor(text: string): void {
    label.hint(text, shown?.colour ?? NEUTRAL);
    setTimeout(() => label.unhint(), HINT_MS);
  }

  function goBack(): void {
    if (loadedAs) world.reopenAs(loadedAs.account, principalName(loadedAs.principal));
    else if (shown?.accountId) world.reopenAs(shown.accountId, shown.roleName);
  }

  /** The last line: no click or key reaches a page of the old session, even before the change was noticed. */
  function stand(event: Event): void {
    lookAgain();
    if (over !== 'stale' || dismissed === JSON.stringify(readCookie(page)) || event.composedPath()[0] === label.element)
      return;
    if (event.composedPath().includes(label.element)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  const lookAgain = watchSession(page, onSession, signal);
  startGuard(
    {
      isOn: () => shown?.state === 'known' && looks?.look?.isGuarded === true,
      isOurs: (event) => event.composedPath().includes(label.element),
      ask: askBefore,
      warn: (about) => hintFor(words.careful(about, shown?.title ?? '')),
    },
    signal,
  );
  watchForeignNumbers(
    page,
    {
      own: () => shown?.accountId,
      whoIs: (account) => world.whoIs(account),
      show: ({ account, label: owner, colour }, at, isPasted) => {
        const named = `${owner || account} (${account})`;
        label.hint(isPasted ? words.pasted(named) : words.isAccount(named), colour, at);
      },
      hide: () => label.unhint(),
    },
    signal,
  );
  for (const kind of BLOCKED) addEventListener(kind, stand, { capture: true, signal });
  watchHead(page, () => (draw(), decorate()), signal);
  keepPresent(page, label.element, () => (world.isOrphaned() ? orphan() : shown && label.insist()), signal);
  world.onLook((account, look) => {
    if (looks?.account !== account) return;
    looks = { account, look };
    draw();
  }, signal);
  addEventListener('resize', place, { signal, passive: true });
  addEventListener('load', place, { signal });
  const placing = setInterval(() => page.visibilityState === 'visible' && place(), PLACE_EVERY_MS);
  signal.addEventListener('abort', () => {
    clearInterval(placing);
    if (label.element.isConnected) orphan();
  });
  draw();

  /** Nothing keeps this label true any more: it says so, in grey. */
  function orphan(): void {
    label.show({
      state: 'unknown',
      accountId: undefined,
      roleName: '',
      title: words.orphaned,
      region: '',
      level: undefined,
      colour: NEUTRAL,
      isRoot: false,
      says: words.orphaned,
      form: 'frame',
    });
  }
}
