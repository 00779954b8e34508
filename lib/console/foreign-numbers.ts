import { type AccountId, accountIdsIn } from '../model/account';
import type { Colour } from '../model/colour';
import { isShadowRoot } from './control';
import type { Ears } from './ears';
import type { Point } from './label';
import { every } from './later';
import { textsAt, type TextAt } from './text-at';

const HOVER_MS = 150;
/** What is explained may scroll away, change, or go: no event tells of all that. */
const LOOK_AGAIN_MS = 250;
const MOST_PASTED = 20_000;
const MOST_NUMBERS = 50;
/** What ends a word. */
const APART = /[\s,;"'`{}[\]()<>|]/;

export interface ForeignNumbersWorld {
  /** This tab's own account. */
  own(): AccountId | undefined;
  /** Name and colour of an account of the inventory; `undefined` for others. */
  whoIs(account: AccountId): Promise<Omit<Found, 'account'> | undefined>;
  /** Says whose number lies under the pointer, until `leave`. */
  explain(found: Found, at: Point): void;
  leave(): void;
  /** Says whose number was pasted. */
  warn(found: Found, at: Point): void;
}

export interface Found {
  readonly account: AccountId;
  readonly label: string;
  readonly colour: Colour;
}

/**
 * Tells whose number is under the pointer or was just pasted, when it belongs to another account of the inventory.
 * Looks at the text under a resting pointer, never at the whole page.
 */
export function watchForeignNumbers(world: ForeignNumbersWorld, ears: Ears, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointedAt: AccountId | undefined;
  /** Explains what lies where the pointer rests now. */
  let look = (): void => undefined;

  async function explain(account: AccountId | undefined, at: Point): Promise<void> {
    if (account === pointedAt) return;
    pointedAt = account;
    const found = account && (await world.whoIs(account));
    if (pointedAt !== account) return;
    if (account && found) world.explain({ account, ...found }, at);
    else world.leave();
  }

  function rest(now: () => void): void {
    look = now;
    clearTimeout(timer);
    timer = setTimeout(look, HOVER_MS);
  }

  /** Of the first that the inventory has. */
  async function warn(accounts: Iterable<AccountId>, at: Point): Promise<void> {
    for (const account of accounts) {
      const found = await world.whoIs(account);
      if (found) return world.warn({ account, ...found }, at);
    }
  }

  ears.on(
    'pointermove',
    (event) => {
      const { clientX: x, clientY: y, isTrusted, target } = event;
      const page = isTrusted ? documentOf(target) : undefined;
      if (!page) return;
      const roots = event.composedPath().filter(isShadowRoot);
      rest(() => void explain(numberIn(textsAt(page, { x, y }, roots), world.own()), inWindow(page, { x, y })));
    },
    { passive: true, frames: true },
  );
  ears.on(
    'pointerout',
    ({ relatedTarget, isTrusted, clientX: x, clientY: y }) => {
      if (isTrusted && isElsewhere(relatedTarget)) rest(() => void explain(undefined, { x, y }));
    },
    { passive: true, frames: true },
  );
  ears.on(
    'paste',
    (event) => {
      const text = event.clipboardData?.getData('text/plain').slice(0, MOST_PASTED) ?? '';
      const page = documentOf(event.target);
      const box = page && (event.target as Element).getBoundingClientRect();
      const foreign = accountIdsIn(text).flatMap(({ id }) => (id === world.own() ? [] : id));
      if (box) void warn(new Set(foreign.slice(0, MOST_NUMBERS)), inWindow(page, { x: box.left, y: box.bottom }));
    },
    { capture: true, passive: true, frames: true },
  );
  every(LOOK_AGAIN_MS, () => void (pointedAt !== undefined && look()), signal);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** Out of the window, or in a frame: where that may be looked into, the pointer is heard of from there. */
function isElsewhere(target: EventTarget | null): boolean {
  return target === null || /^I?FRAME$/.test((target as Partial<Element>).tagName ?? '');
}

function documentOf(target: EventTarget | null): Document | undefined {
  return target && 'getBoundingClientRect' in target ? (target as Element).ownerDocument : undefined;
}

/** Where a point of a frame is in the window. */
function inWindow({ defaultView }: Document, { x, y }: Point): Point {
  const frame = defaultView?.frameElement;
  if (!frame) return { x, y };
  const box = frame.getBoundingClientRect();
  return inWindow(frame.ownerDocument, { x: x + box.left + frame.clientLeft, y: y + box.top + frame.clientTop });
}

/** The account number that a point in a text is at; `undefined` for none and for the tab's own. */
function numberIn(found: readonly TextAt[], own: AccountId | undefined): AccountId | undefined {
  const id = found.map(numberAt).find((number) => number !== undefined);
  return id === own ? undefined : id;
}

/** The number that the point is on; else the nearest in the same word: an ARN is one word, a list or JSON is many. */
function numberAt({ text, offset }: TextAt): AccountId | undefined {
  const numbers = accountIdsIn(text).map(({ id, start, end }) => {
    const between = offset < start ? text.slice(offset, start) : text.slice(end, Math.max(end, offset));
    return { id, between };
  });
  const near = numbers.filter(({ between }) => !APART.test(between));
  return near.toSorted((one, other) => one.between.length - other.between.length)[0]?.id;
}
