import type { Colour } from '../model/colour';

/** A flag in the account's colour as an icon; production also has stripes, for eyes that see no red. */
export function flagIcon(colour: Colour, isProduction: boolean): string {
  const stripes = isProduction ? "<path d='M3 4.5h20M3 11h20' stroke='#fff' stroke-width='2.4'/>" : '';
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><path d='M4 2v28' stroke='#777' stroke-width='3.4' stroke-linecap='round'/><g><path d='M6 3.4 30 8.6 23.6 13.6 30 18.6 6 23Z' fill='${colour}'/>${stripes}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const MARK = 'data-burgee';
/** What a browser is to show never. */
const NEVER = 'not all';

/** Shows our icon in place of all others: of several Chromium takes the first, Firefox the last. */
export function showIcon(page: Document, href: string): void {
  const icons = [...page.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')];
  const own = icons.find((icon) => icon.hasAttribute(MARK)) ?? page.createElement('link');
  for (const icon of icons) if (icon !== own && icon.media !== NEVER) icon.media = NEVER;
  if (own.href === href && icons.findLast((icon) => icon.closest('head')) === own) return;
  own.setAttribute(MARK, '');
  own.rel = 'icon';
  own.href = href;
  page.head?.append(own);
}
