import { labelledBy } from './question';

const MOST_DRAWN = 4;
const LONGEST_ID = 200;
const binNames = /(?:^|[-_#.\s/])(?:trash|bin|garbage|delete|remove)(?=$|[-_.\s])/;

type Drawing = Pick<HTMLElement, 'getAttribute' | 'textContent'> &
  Partial<Pick<HTMLElement, 'getRootNode' | 'querySelectorAll'>>;

/** A button without text has a picture, which may say what it shows, or a note that comes when it is pointed at. */
export function drawnIn(control: Drawing): string[] {
  if (/[\p{L}\p{N}]/u.test(control.textContent ?? '')) return [];
  const drawn = [...(control.querySelectorAll?.('[alt], [aria-label], [title]') ?? [])].slice(0, MOST_DRAWN);
  const said = drawn.flatMap((node) => ['aria-label', 'alt', 'title'].map((name) => node.getAttribute(name) ?? ''));
  return [...said, labelledBy(control, 'aria-describedby')].filter(Boolean);
}

/** A picture of which nothing but its own name tells what it shows. */
export function isDrawnAsBin(control: Drawing): boolean {
  const drawn = [...(control.querySelectorAll?.('[class], [href], [data-icon]') ?? [])].slice(0, MOST_DRAWN);
  return drawn.some((node) =>
    ['class', 'href', 'data-icon'].some((name) => binNames.test(kebab(node.getAttribute(name) ?? ''))),
  );
}

/** `DeleteButton` as `delete-button`; of a very long one the beginning. */
export function kebab(id: string): string {
  return id
    .slice(0, LONGEST_ID)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
