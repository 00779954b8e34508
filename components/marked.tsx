import type { Highlight, ShownField } from '../lib/model/highlight';

export interface MarkedProps {
  readonly text: string;
  readonly matches: readonly Highlight[] | undefined;
  /** Which fields' matches lie in this text. */
  readonly fields: readonly ShownField[];
}

/** A text with the parts that the words matched. */
export function Marked({ text, matches = [], fields }: MarkedProps) {
  const own = matches
    .filter(({ field, end }) => fields.includes(field) && end <= text.length)
    .sort((one, other) => one.start - other.start);
  const parts = [];
  let at = 0;
  for (const { start, end } of own) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
