import { foldText, isAscii } from './fold';
import { otherSpellings } from './spellings';
import { isShortFor, typingErrors } from './typo';

/** `original`: AWS's own name of an account that the person has labelled. */
export type ShownField = 'name' | 'original' | 'id' | 'email' | 'group' | 'note' | 'role' | 'app' | 'kind' | 'service';

/** A part of a shown text that a typed word matched; UTF-16 positions, `end` not included. */
export interface Highlight {
  readonly field: ShownField;
  readonly start: number;
  readonly end: number;
}

interface Prepared {
  readonly field: ShownField;
  readonly compact: string;
  readonly starts: readonly number[];
  /** For each character of `compact` where it starts and ends in the shown text. */
  readonly places: readonly number[];
  readonly ends: readonly number[];
}

type Span = readonly [from: number, to: number];
type Way = (text: Prepared, word: string) => readonly Span[];

/** Best first: a word is marked in every text that it matches in the first way that matches any. */
const ways: readonly Way[] = [fromWordStart, inside, asBeginnings, inAnotherScript, withErrors];

/** What to mark in the texts of one row. */
export function highlight(texts: Partial<Record<ShownField, string>>, words: readonly string[]): Highlight[] {
  const prepared = (Object.entries(texts) as [ShownField, string][]).map(([field, text]) => prepare(field, text));
  return words.flatMap((word) => {
    for (const way of ways) {
      const found = prepared.flatMap((text) => way(text, word).map((span) => shown(text, span)));
      if (found.length > 0) return found;
    }
    return [];
  });
}

function prepare(field: ShownField, text: string): Prepared {
  const { compact, starts } = foldText(text);
  const places: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const sign of text) {
    const length = sign < '\u0080' ? Number(/[a-z\d]/i.test(sign)) : foldText(sign).compact.length;
    for (let unit = 0; unit < length; unit++) {
      places.push(at);
      ends.push(at + sign.length);
    }
    at += sign.length;
  }
  return places.length === compact.length
    ? { field, compact, starts, places, ends }
    : { field, compact: '', starts: [], places: [], ends: [] };
}

function shown({ field, places, ends }: Prepared, [from, to]: Span): Highlight {
  return { field, start: places[from] ?? 0, end: ends[to - 1] ?? 0 };
}

function fromWordStart({ compact, starts }: Prepared, word: string): readonly Span[] {
  const start = starts.find((at) => compact.startsWith(word, at));
  return start === undefined ? [] : [[start, start + word.length]];
}

function inside({ compact }: Prepared, word: string): readonly Span[] {
  const at = word.length >= 3 || !isAscii(word) ? compact.indexOf(word) : -1;
  return at === -1 ? [] : [[at, at + word.length]];
}

/** `payp` in payments-prod: the letters used up, word by word; at least two words or the text is left alone. */
function asBeginnings({ compact, starts, field }: Prepared, word: string): readonly Span[] {
  if (field !== 'name' && field !== 'original' && field !== 'role' && field !== 'app') return [];
  const spans: Span[] = [];
  let used = 0;
  for (const [nth, start] of starts.entries()) {
    const end = starts[nth + 1] ?? compact.length;
    let length = 0;
    while (used + length < word.length && start + length < end && compact[start + length] === word[used + length])
      length++;
    if (length > 0) spans.push([start, start + length]);
    used += length;
  }
  const areInitials = used > 1 && used === starts.length && spans.every(([from, to]) => to === from + 1);
  return used === word.length || (field === 'name' && areInitials) ? spans : [];
}

/** 生产 in 支付生产, for `prod`. */
function inAnotherScript(text: Prepared, word: string): readonly Span[] {
  return otherSpellings(word).flatMap((other) => (isAscii(other) ? [] : inside(text, other)));
}

function withErrors({ compact, starts }: Prepared, word: string): readonly Span[] {
  const most = word.length >= 7 ? 2 : 1;
  const found = starts.flatMap((start, nth): Span[] => {
    const end = starts[nth + 1] ?? compact.length;
    const text = compact.slice(start, end);
    const isClose =
      word.length >= 3 &&
      (typingErrors(word, text, most, word.length >= 4) <= most ||
        isShortFor(word, text) ||
        otherSpellings(word).includes(text));
    return isClose ? [[start, end]] : [];
  });
  return found.slice(0, 1);
}
