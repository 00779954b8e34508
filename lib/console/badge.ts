import { levelWords } from '../model/level-words';
import { formatAccountId } from '../model/account';
import { say } from '../model/say';
import { type Buttons, part } from './node';
import { endingWords, overWords, type View } from './view';

/** What the badge's button opens. It comes once the page stands. */
export interface Menu {
  toggle(tools: HTMLElement, buttons: Buttons): void;
  /** Keys within the open menu. */
  key(event: KeyboardEvent): void;
}

export interface BadgeChoices {
  menu(): Menu | undefined;
  /** Takes what opens the menu in the badge that is drawn now. */
  offers(open: (menu: Menu) => void): void;
  /** The button was pressed before there was a menu. */
  wantsMenu(): void;
  signInAgain(): void;
  renew(): void;
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
function menuPart(page: Document, buttons: Buttons, { menu, offers, wantsMenu }: BadgeChoices): HTMLElement {
  const tools = part(page, 'span', 'tools');
  const list = part(page, 'span', 'menu');
  list.setAttribute('role', 'menu');
  list.hidden = true;
  const toggle = (own: Menu): void => own.toggle(tools, buttons);
  const open = buttons.make('⋯', () => {
    const own = menu();
    if (own) toggle(own);
    else wantsMenu();
  });
  offers(toggle);
  open.setAttribute('aria-haspopup', 'menu');
  open.setAttribute('aria-expanded', 'false');
  for (const own of [list, open]) own.setAttribute('aria-label', say('labelMenu'));
  tools.append(open, list);
  return tools;
}
