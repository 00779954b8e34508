import { type AccountId, parseAccountId } from '../model/account';
import type { Ears } from './ears';
import type { Point } from './label';

const AROUND = 120;
const HOVER_MS = 150;
const MOST_PASTED = 20_000;
const MOST_NUMBERS = 50;
/** Twelve digits, plain or in AWS's groups of four; names of hosts and buckets have them between dashes. */
const NUMBER = /(?<!\d)(\d{4})-?(\d{4})-?(\d{4})(?!\d)/g;

export interface ForeignNumbersWorld {
  /** This tab's own account. */
  own(): AccountId | undefined;
  /** Name and colour of an account of the inventory; `undefined` for others. */
  whoIs(account: AccountId): Promise<{ label: string; colour: string } | undefined>;
  /** Says whose number lies under the pointer, until `leave`. */
  explain(found: Found, at: Point): void;
  leave(): void;
  /** Says whose number was pasted. */
  warn(found: Found, at: Point): void;
}

interface Found {
  readonly account: AccountId;
  readonly label: string;
  readonly colour: string;
}

/**
 * Tells whose number is under the pointer or was just pasted, when it belongs to another account of the inventory.
 * Looks at the one text node under a resting pointer, never at the whole page.
 */
export function watchForeignNumbers(page: Document, world: ForeignNumbersWorld, ears: Ears, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointedAt: AccountId | undefined;

  async function explain(account: AccountId | undefined, at: Point): Promise<void> {
    if (account === pointedAt) return;
    pointedAt = account;
    const found = account && (await world.whoIs(account));
    if (pointedAt !== account) return;
    if (account && found) world.explain({ account, ...found }, at);
    else world.leave();
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
    ({ clientX: x, clientY: y, isTrusted }) => {
      if (!isTrusted) return;
      clearTimeout(timer);
      timer = setTimeout(() => void explain(numberAt(page, x, y, world.own()), { x, y }), HOVER_MS);
    },
    { passive: true },
  );
  ears.on(
    'paste',
    (event) => {
      const text = event.clipboardData?.getData('text/plain').slice(0, MOST_PASTED) ?? '';
      const box = event.target instanceof Element ? event.target.getBoundingClientRect() : undefined;
      const foreign = numbersIn(text).filter((number) => number !== world.own());
      if (box) void warn(new Set(foreign.slice(0, MOST_NUMBERS)), { x: box.left, y: box.bottom });
    },
    { capture: true, passive: true },
  );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** The account number in the text under a point; `undefined` for none and for the tab's own. */
function numberAt(page: Document, x: number, y: number, own: AccountId | undefined): AccountId | undefined {
  const caret = caretAt(page, x, y);
  if (!caret) return undefined;
  const from = Math.max(0, caret.offset - AROUND);
  const text = caret.node.data.slice(from, caret.offset + AROUND);
  for (const match of text.matchAll(NUMBER)) {
    const start = from + match.index;
    const isUnder =
      caret.offset >= start - AROUND && isSameWord(caret.node.data, start, start + match[0].length, caret.offset);
    const account = parseAccountId(`${match[1]}${match[2]}${match[3]}`);
    if (isUnder && account && account !== own) return account;
  }
  return undefined;
}

/** True where the pointer is on the number or elsewhere in the same word: an ARN is one word. */
function isSameWord(text: string, start: number, end: number, at: number): boolean {
  return !/\s/.test(text.slice(Math.min(start, at), Math.max(end, at)));
}

function caretAt(page: Document, x: number, y: number): { node: Text; offset: number } | undefined {
  const position = page.caretPositionFromPoint?.(x, y);
  const node = position?.offsetNode;
  if (!position || !(node instanceof Text)) return undefined;
  const range = page.createRange();
  range.selectNodeContents(node);
  // The nearest text is reported even for points far beside it.
  const isOnText = [...range.getClientRects()].some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
  return isOnText ? { node, offset: position.offset } : undefined;
}

/** Every account number in a text, in order. */
function numbersIn(text: string): AccountId[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => parseAccountId(`${match[1]}${match[2]}${match[3]}`) ?? []);
}
