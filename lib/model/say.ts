import type english from '../../components/public/_locales/en/messages.json';

/** The name of a sentence; the sentences stand in `components/public/_locales`, one file a language. */
export type Sentence = keyof typeof english;

/** Sentences about a number: `accounts` stands for `accounts_one`, `accounts_other`, whatever a language's plural needs. */
export type Counted = Sentence extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** Where sentences come from: the browser's own messages, handed in by each entry point. */
export interface Messages {
  /** The browser's language, such as `de-AT`; it may be one that Burgee does not speak. */
  readonly uiLanguage: string;
  /** `$1` to `$9` in the sentence stand for the values; '' where there is no such sentence. */
  look(key: string, values: string[]): string;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

let messages: Messages = { uiLanguage: 'en', look: () => '' };
let plurals: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;

/** Once, before anything is said. */
export function speak(own: Messages): void {
  messages = own;
  plurals = undefined;
  numbers = undefined;
}

/** A sentence in the person's language. */
export function say(key: Sentence, ...values: readonly string[]): string {
  return values.reduce(
    // `8 Std.` at its end has brought the full stop along.
    (said, value) => (value.endsWith('.') ? said.replace(`${value}.`, () => value) : said),
    messages.look(key, values.map(isolated)),
  );
}

/** A sentence about a number, in the plural that the language has for it; `$1` is the number, `$2` the next value. */
export function sayCount(key: Counted, count: number, ...values: readonly string[]): string {
  plurals ??= new Intl.PluralRules(language());
  return messages.look(`${key}_${plurals.select(count)}`, [sayNumber(count), ...values.map(isolated)]);
}

/** `12,345`, as the language writes it. */
export function sayNumber(number: number): string {
  // What writes the others takes a millisecond to make, before the launcher's first rows; none of the languages writes these otherwise.
  if (Number.isInteger(number) && number >= 0 && number < 1000) return String(number);
  numbers ??= new Intl.NumberFormat(language());
  return numbers.format(number);
}

/** `7 hr 59 min`, `12 min`, `less than a minute`. */
export function sayDuration(minutes: number): string {
  if (minutes < 1) return say('lessThanAMinute');
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? unit(hours, 'hour') : '', rest > 0 ? unit(rest, 'minute') : ''];
  return parts.filter(Boolean).join(' ');
}

/** `just now`, `5 minutes ago`, `3 hours ago`, `2 days ago`. */
export function sayAge(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return say('justNow');
  const hours = Math.floor(minutes / 60);
  const ago = new Intl.RelativeTimeFormat(language());
  if (hours < 1) return ago.format(-minutes, 'minute');
  return hours < 48 ? ago.format(-hours, 'hour') : ago.format(-Math.floor(hours / 24), 'day');
}

/** `14:05`, `2:05 PM`. */
export function sayTime(ms: number): string {
  return new Date(ms).toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' });
}

/** The language that is spoken, as `<html lang>` and `Intl` want it: the browser's own where Burgee speaks that. */
export function language(): string {
  const spoken = say('language') || 'en';
  return messages.uiLanguage.startsWith(spoken) ? messages.uiLanguage : spoken;
}

/** A name that runs the other way than its sentence keeps to itself, and does not turn the numbers beside it around. */
function isolated(value: string): string {
  return RIGHT_TO_LEFT.test(value) || messages.look('textDirection', []) === 'rtl' ? `\u2068${value}\u2069` : value;
}

function unit(number: number, name: 'hour' | 'minute'): string {
  return number.toLocaleString(language(), { style: 'unit', unit: name, unitDisplay: 'short' });
}
