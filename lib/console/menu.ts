import type { Menu } from './badge';
import { menuItems, type MenuItemsWorld } from './menu-items';
import type { Buttons } from './node';

/** Copies a text; false where that is not allowed. */
export type Copy = (text: string) => Promise<boolean>;

/** One line of the badge's menu; what it resolves to is told to the person. */
export interface MenuItem {
  readonly says: string;
  run(copy: Copy): Promise<string> | void;
}

export interface MenuWorld extends MenuItemsWorld {
  tell(text: string): void;
}

/** The menu of the label's badge. */
export function createMenu(world: MenuWorld, copy: Copy): Menu {
  function show(parts: Parts, isOpen: boolean): void {
    const { list, open } = parts;
    if (!isOpen) {
      close(parts);
      open?.focus();
      return;
    }
    list.hidden = false;
    open?.setAttribute('aria-expanded', 'true');
    list.querySelector('button')?.focus();
  }

  function itemPart({ says, run }: MenuItem, parts: Parts, buttons: Buttons): HTMLElement {
    const item = buttons.make(says, () => {
      show(parts, false);
      void Promise.resolve(run(copy)).then((told) => told && world.tell(told));
    });
    item.setAttribute('role', 'menuitem');
    return item;
  }

  return {
    toggle(tools, buttons) {
      const parts = partsOf(tools);
      if (!parts) return;
      const isOpen = parts.list.hasAttribute('hidden');
      if (isOpen) parts.list.replaceChildren(...menuItems(world).map((item) => itemPart(item, parts, buttons)));
      tools.addEventListener('mousedown', keepFocus);
      tools.addEventListener('focusout', leave);
      show(parts, isOpen);
    },

    /** Arrows go round, Escape closes. */
    key(event) {
      const item = event.composedPath()[0];
      const tools = item instanceof HTMLElement && item.closest('.menu')?.parentElement;
      const parts = tools && partsOf(tools);
      if (!parts) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined && event.key !== 'Escape') return;
      event.preventDefault();
      if (step === undefined) return show(parts, false);
      const all = [...parts.list.querySelectorAll('button')];
      all.at((all.indexOf(item as HTMLButtonElement) + step) % all.length)?.focus();
    },
  };
}

/** Not every browser gives the focus to a button that is clicked. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

/** Whoever goes elsewhere is done with the menu. */
function leave({ currentTarget, relatedTarget }: FocusEvent): void {
  if (!(currentTarget instanceof HTMLElement) || currentTarget.contains(relatedTarget as Node | null)) return;
  const parts = partsOf(currentTarget);
  if (parts) close(parts);
}

function close({ list, open }: Parts): void {
  list.hidden = true;
  open?.setAttribute('aria-expanded', 'false');
}

interface Parts {
  readonly list: HTMLElement;
  readonly open: HTMLElement | null;
}

function partsOf(tools: HTMLElement): Parts | undefined {
  const list = tools.querySelector<HTMLElement>('.menu');
  return list ? { list, open: tools.querySelector('button') } : undefined;
}
