import type { Sentence } from './say';

/**
 * What a console tab may have to say. The worker keeps these sentences beside the accounts' records, since asking the
 * browser for the first one of a page holds the page up until the browser has read the whole language from the disk.
 */
export const labelSentences = [
  'backgroundSilent',
  'copied',
  'guardAllow',
  'guardAllowed',
  'guardHere',
  'guardLeave',
  'guardStopped',
  'hintCareful',
  'hintEndsSoon',
  'hintIsAccount',
  'hintPasted',
  'labelColour',
  'labelConflict',
  'labelCopyId',
  'labelEnded',
  'labelEndedAbout',
  'labelEndsAbout',
  'labelHide',
  'labelMenu',
  'labelOrphaned',
  'labelRenew',
  'labelRoot',
  'labelSignInAgain',
  'labelStale',
  'labelUnknown',
  'language',
  'levelDevelopment',
  'levelProduction',
  'levelSandbox',
  'levelStaging',
  'menuCopyLink',
  'menuOpenHere',
  'notCopied',
  'textDirection',
  'veilGoBack',
  'veilJustShow',
  'veilLoadedAs',
  'veilNoWayBack',
  'veilReload',
  'veilReloadAs',
] as const satisfies readonly Sentence[];

/** Where they stand in `storage.local`. */
export const LABEL_WORDS = 'label-words';

export type LabelWords = Readonly<Record<string, string>>;

/** What was stored; nothing where it was another thing or another language's. */
export function parseLabelWords(value: unknown, uiLanguage: string): LabelWords {
  if (typeof value !== 'object' || value === null) return {};
  const words = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const own = Object.fromEntries(words);
  return own['uiLanguage'] === uiLanguage ? own : {};
}

/** A sentence with its values where `$1` to `$9` stand. */
export function filled(sentence: string, values: readonly string[]): string {
  return sentence.replace(/\$([1-9])/g, (_, place: string) => values[Number(place) - 1] ?? '');
}
