import type { AccountId } from '../model/account';
import { say } from '../model/say';
import { accountInMenu } from './account-menu';
import type { Menu } from './badge';
import { listenInComponents } from './component-ears';
import type { ConsoleWorld } from './console-world';
import type { Ears } from './ears';
import { createDoubt, type People, type Sighting } from './doubt';
import { DOUBTFUL } from './evidence';
import { beside } from './fit-part';
import { type ForeignNumbersWorld, type Found, watchForeignNumbers } from './foreign-numbers';
import type { GuardedTab } from './guard';
import { createHints } from './hints';
import type { Label } from './label';
import { later } from './later';
import { type Copy, createMenu } from './menu';
import { replacedWords } from './person';
import { keepPlaced } from './placing';
import type { Question } from './veil';
import type { View } from './view';
import { endLongTransitions } from './view-transition';

/** What the label's script leaves for those that come behind it. */
export interface Watch {
  readonly page: Document;
  readonly label: Label;
  readonly ears: Ears;
  readonly signal: AbortSignal;
  readonly world: ConsoleWorld;
  afterPaint(task: () => void): void;
  shown(): View | undefined;
  seen(): Sighting | undefined;
  hide(): void;
  isGuarded(): boolean;
  /** Told by other tabs, through the worker, of what this page's own cookies do not tell. */
  besides(cookies: readonly string[]): void;
  /** Takes what is part of the label and comes only now. */
  follows(more: {
    readonly menu: Menu;
    place(): void;
    tell(text: string): void;
    /** Signs in to the role again beside the page. */
    renew(): void;
    /** Looks at what the console's own menu says. */
    readMenu(page: Document): AccountId | undefined;
  }): void;
  /**
   * Told when the guard stands: until then no press reaches a guarded account's page. Takes what judges the presses, which
   * are heard from the page's start, before any script of its own.
   */
  guards(judge: (event: Event) => void): void;
}

/** The browser, as far as only this part of a console tab needs it. */
export interface WatchWorld {
  readonly copy: Copy;
  /** `told` is called when the worker says that the page's session was replaced, or is its own again. */
  hearReplaced(told: (isReplaced: boolean) => void): void;
}

/** What the label needs once the page stands, and what looks at what the person does; gives what the guard needs. */
export function keepWatch(watch: Watch, { copy, hearReplaced }: WatchWorld): GuardedTab | undefined {
  const { page, label, ears, signal, world, afterPaint, shown, hide } = watch;
  if (signal.aborted) return undefined;
  const hints = createHints(label, (ms, task) => later(ms, task, signal), signal);
  const tell = (text: string): void => hints.tell(text, shown()?.colour);
  const { whoIs, shareLink, chooseAccount, colourAccount } = world;
  const numbers: ForeignNumbersWorld = {
    own: () => shown()?.accountId,
    whoIs,
    explain: (found, at) => hints.explain(say('hintIsAccount', named(found)), found.colour, beside(page, at)),
    warn: (found, at) => hints.tell(say('hintPasted', named(found)), found.colour, beside(page, at)),
    leave: hints.leave,
  };
  const doubt = createDoubt(watch.seen, world, signal);
  doubt.look();
  watchForeignNumbers(numbers, ears, signal);
  endLongTransitions(page, signal);
  listenInComponents(page, { label, inside: world.inside }, signal);
  hearReplaced((isReplaced) => watch.besides(isReplaced ? [DOUBTFUL] : []));
  async function renew(): Promise<void> {
    const { accountId, roleName = '', title = '' } = shown() ?? {};
    if (accountId && !(await world.renewBeside(accountId, roleName))) tell(say('veilNoWayBack', title));
  }
  const place = keepPlaced(page, { label, afterPaint }, ears, signal);
  watch.follows({
    menu: createMenu({ shown, hide, tell, shareLink, chooseAccount, colourAccount }, copy),
    place() {
      place();
      doubt.look();
    },
    tell,
    renew: () => void renew(),
    readMenu: accountInMenu,
  });
  return {
    page,
    ears,
    signal,
    guards: watch.guards,
    // In this order: whatever is done in a page that is in doubt has the names read that a question needs.
    isOn: () => doubt.guarded() !== undefined || watch.isGuarded(),
    isSure: () => watch.isGuarded() || watch.seen()?.standing.identity.state === 'known',
    inside: world.inside,
    isOurs: (event) => event.composedPath().includes(label.element),
    whose: () => [shown()?.accountId, ...doubt.accounts().keys()].join(' '),
    ask: (stopped, allow) =>
      label.veil(questionOf(watch, stopped, doubt.people(), (name) => (allow(), tell(say('guardAllowed', name))))),
    warn: (about) => tell(say('hintCareful', about, (doubt.guarded()?.label || shown()?.title) ?? '')),
  };
}

/** The guard's question names whom the deed would reach; the page stays as it is whatever the answer. */
function questionOf(
  { label, shown }: Watch,
  stopped: string,
  people: People | undefined,
  allow: (name: string) => void,
): Question {
  const { title = '', accountId = '', roleName = '' } = shown() ?? {};
  const name = people?.now?.title ?? title;
  const known = accountId ? say('guardHere', `${title} (${accountId})`) : title;
  const own = { title, account: accountId, roleName };
  const here = people?.isReplaced ? replacedWords(people.before ?? own, people.now) : known;
  return {
    says: say('guardStopped', stopped, here),
    isFirstSafe: true,
    answers: [
      [say('guardLeave'), () => label.unveil()],
      [say('guardAllow', name), () => (allow(name), label.unveil())],
    ],
  };
}

function named({ label, account }: Found): string {
  return `${label || account} (${account})`;
}
