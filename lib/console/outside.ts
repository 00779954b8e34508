import type { ConsoleWorld } from './console-world';
import { flagIcon, showIcon } from './favicon';
import { atMostTwiceASecond } from './head-watch';
import { withPrefix } from './title';
import { isTold, type View } from './view';

interface OutsideWorld extends Pick<ConsoleWorld, 'seen' | 'strip'> {
  shown(): View | undefined;
  /** The person wants no label in this tab. */
  isHidden(): boolean;
  /** Tells one sign-in from the next. */
  mark(): string;
  /** When the session ends, as far as the worker knows. */
  told(endsAtMs: number | undefined): void;
}

/** Where a tab is known by while its page is not seen: its title and icon, the toolbar, other tabs, and the line at its foot. */
export function createOutside(
  page: Document,
  { shown, isHidden, mark, told, seen, strip: write }: OutsideWorld,
  afterPaint: (task: () => void) => void,
  signal: AbortSignal,
) {
  let isFought = false;

  /** Where the page leaves no frame with the label in it, unless the person wants none there. */
  function strip(): void {
    const view = shown();
    if (view) write(isFought && !isHidden() ? view.says : '', view.colour);
  }

  async function tellWorker(): Promise<number | undefined> {
    const view = shown();
    return view && seen(view, mark());
  }

  /** A page that is made ready in advance is no tab yet. Who tells the worker too often is not heard any more, the last word neither. */
  const announce = atMostTwiceASecond(() => {
    if (shown() && !isInAdvance(page)) void tellWorker().then(told, () => undefined);
    if (isFought) strip();
  }, signal);

  const decorateNow = atMostTwiceASecond(() => {
    const view = shown();
    if (!view) return;
    const title = withPrefix(page.title, view.accountId ? view.title : '?');
    if (page.title !== title) page.title = title;
    showIcon(page, flagIcon(view.colour, view.level === 'production' && view.state === 'known'));
  }, signal);

  function decorate(): void {
    const view = shown();
    if (page.head && view && isTold(view)) afterPaint(decorateNow);
  }

  return {
    tellWorker,
    announce,
    decorate,
    strip,

    /** All of it, where a first half of the truth would be seen to change. */
    tell(): void {
      decorate();
      announce();
    },

    /** The page does nothing but remove the label, or has let go of it. */
    fought(isNow: boolean): void {
      if (isNow === isFought) return;
      isFought = isNow;
      strip();
    },
  };
}

function isInAdvance(page: Document): boolean {
  return 'prerendering' in page && page.prerendering === true;
}
