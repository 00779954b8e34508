/** Text as it is compared: words run together, lower case, no accents, and where each word starts in it. */
export interface FoldedText {
  readonly compact: string;
  /** Ascending; the first is 0 unless there are no words. */
  readonly starts: readonly number[];
}

const enum Sign {
  Gap,
  Lower,
  Upper,
  Digit,
  /** An emoji: a word of its own. */
  Picture,
}

const unlikeAscii: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Removes what comparison ignores: accents, full-width forms, invisible characters. Keeps case, which tells words apart. */
function plain(text: string): string {
  if (isAscii(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[ßæœøđðłþı]/giu, (sign) => unlikeAscii[sign.toLowerCase()] ?? sign);
}

/** Lower case without accents: `Zürich` and `ZURICH` become the same. */
export function fold(text: string): string {
  return plain(text).toLowerCase();
}

/** Splits at separators, at `camelCase` humps and between letters and digits. */
export function foldText(text: string): FoldedText {
  const signs = plain(text);
  const lower = signs.toLowerCase();
  const cased = lower.length === signs.length ? signs : lower;
  const starts: number[] = [];
  let compact = '';
  let before = Sign.Gap;
  let beforeThat = Sign.Gap;
  for (let at = 0; at < cased.length;) {
    const code = cased.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const sign = code < 128 ? asciiSign(code) : wideSign(cased.slice(at, at + width));
    if (sign !== Sign.Gap) {
      if (beforeThat === Sign.Upper && before === Sign.Upper && sign === Sign.Lower)
        startAt(starts, compact.length - 1);
      else if (isAfterZeros(compact, starts.at(-1), code)) startAt(starts, compact.length);
      else if (before !== sign && !(before === Sign.Upper && sign === Sign.Lower)) startAt(starts, compact.length);
      compact += lower.slice(at, at + width);
    }
    beforeThat = before;
    before = sign === Sign.Picture ? Sign.Gap : sign;
    at += width;
  }
  return { compact, starts };
}

/** `042` is found as 42 too. */
function isAfterZeros(compact: string, start: number | undefined, code: number): boolean {
  if (code < 49 || code > 57 || start === undefined || compact.charCodeAt(compact.length - 1) !== 48) return false;
  for (let at = start; at < compact.length; at++) if (compact.charCodeAt(at) !== 48) return false;
  return true;
}

function startAt(starts: number[], at: number): void {
  if (starts.at(-1) !== at) starts.push(at);
}

/** The words of a query: split at separators only, since a person types `s3` or `prod2` as one word. */
export function queryWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
}

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

function asciiSign(code: number): Sign {
  if (code >= 97 && code <= 122) return Sign.Lower;
  if (code >= 65 && code <= 90) return Sign.Upper;
  return code >= 48 && code <= 57 ? Sign.Digit : Sign.Gap;
}

function wideSign(sign: string): Sign {
  if (/\p{Lu}/u.test(sign)) return Sign.Upper;
  if (/\p{L}/u.test(sign)) return Sign.Lower;
  if (/\p{N}/u.test(sign)) return Sign.Digit;
  return /\p{Extended_Pictographic}/u.test(sign) ? Sign.Picture : Sign.Gap;
}
