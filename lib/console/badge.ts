import { levelWords } from '../model/level-words';
import { formatAccountId } from '../model/account';
import { say } from '../model/say';
import { type Buttons, part } from './node';
import { endingWords, overWords, type View } from './view';

/** One line of the badge's menu; what it resolves to is told to the person. */
export interface MenuItem {
  readonly says: string;
  run(): Promise<string | undefined> | void;
}

export interface BadgeChoices {
  menu(): readonly MenuItem[];
  signInAgain(): void;
  renew(): void;
  tell(text: string): void;
}

/** What stands in the badge: who, number, role, region, and the menu. */
export function badgeParts(page: Document, buttons: Buttons, view: View, choices: BadgeChoices): Node[] {
  const text = part(page, 'span', 'text');
  text.append(part(page, 'bdi', 'name', view.title));
  const id = view.accountId && formatAccountId(view.accountId);
  if (id && id !== view.title) text.append(part(page, 'span', '', id));
  if (view.isRoot) text.append(part(page, 'span', 'mark', say('labelRoot')));
  else if (view.roleName) text.append(part(page, 'bdi', '', view.roleName));
  if (view.region) text.append(part(page, 'span', 'region', view.region));
  const level = view.level && levelWords(view.level).toUpperCase();
  if (level) text.prepend(part(page, 'span', 'mark', level));
  if (view.state === 'stale' || view.state === 'ended') text.append(part(page, 'span', '', overWords(view.state)));
  if (view.state === 'ended') return [text, buttons.make(say('labelSignInAgain'), () => choices.signInAgain())];
  if (view.ending) {
    text.append(part(page, 'span', 'mark', endingWords(view.ending)));
    return [text, buttons.make(say('labelRenew'), () => choices.renew()), menuPart(page, buttons, choices)];
  }
  return view.level === undefined ? [text] : [text, menuPart(page, buttons, choices)];
}

/** The menu's lines are made when it is opened. */
function menuPart(page: Document, buttons: Buttons, { menu, tell }: BadgeChoices): HTMLElement {
  const whole = part(page, 'span', 'tools');
  const list = part(page, 'span', 'menu');
  list.setAttribute('role', 'menu');
  list.setAttribute('aria-label', say('labelMenu'));
  list.hidden = true;
  const open = buttons.make('⋯', () => toggle(list.hasAttribute('hidden')));
  open.setAttribute('aria-label', say('labelMenu'));
  open.setAttribute('aria-haspopup', 'menu');
  open.setAttribute('aria-expanded', 'false');

  function toggle(isOpen: boolean): void {
    if (isOpen) list.replaceChildren(...menu().map(itemPart));
    list.hidden = !isOpen;
    open.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) list.querySelector('button')?.focus();
    else open.focus();
  }

  function itemPart({ says, run }: MenuItem): HTMLElement {
    const item = buttons.make(says, () => {
      toggle(false);
      void Promise.resolve(run()).then((told) => told && tell(told));
    });
    item.setAttribute('role', 'menuitem');
    return item;
  }
  whole.append(open, list);
  return whole;
}

/** Keys within the open menu: arrows go round, Escape closes. */
export function menuKey(event: KeyboardEvent): void {
  const item = event.composedPath()[0];
  if (!(item instanceof HTMLElement)) return;
  const list = item.closest<HTMLElement>('.menu');
  if (!list) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined && event.key !== 'Escape') return;
  event.preventDefault();
  if (step === undefined) {
    const open = list.parentElement?.querySelector('button');
    list.hidden = true;
    open?.setAttribute('aria-expanded', 'false');
    open?.focus();
    return;
  }
  const items = [...list.querySelectorAll('button')];
  items.at((items.indexOf(item as HTMLButtonElement) + step) % items.length)?.focus();
}
