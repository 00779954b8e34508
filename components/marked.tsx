import type { Highlight, ShownField } from '../lib/model/highlight';

export interface MarkedProps {
  readonly text: string;
  readonly matches: readonly Highlight[] | undefined;
  /** Which fields' matches lie in this text. */
  readonly fields: readonly ShownField[];
  /** The part of the text to show; all of it unless given. */
  readonly start?: number;
  readonly end?: number;
}

/** A text with the parts that the words matched. */
export function Marked({ text, matches = [], fields, start = 0, end = text.length }: MarkedProps) {
  const own = matches
    .filter((match) => fields.includes(match.field) && match.end <= text.length)
    .map((match) => ({ from: Math.max(start, match.start), to: Math.min(end, match.end) }))
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from);
  const parts = [];
  let at = start;
  for (const [nth, { from, to }] of own.entries()) {
    if (from < at) continue;
    parts.push(text.slice(at, from), <mark key={nth}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at, end)}
    </>
  );
}
