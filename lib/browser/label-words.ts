import { filled, LABEL_WORDS, labelSentences, type LabelWords, parseLabelWords } from '../model/label-words';
import type { Messages } from '../model/say';
import { browser } from './native';
import { uiMessages } from './ui-messages';

const PLACES = '$1 $2 $3 $4 $5 $6 $7 $8 $9';

/** Keeps the label's sentences in the browser's language where console tabs read their records. */
export async function keepLabelWords(): Promise<void> {
  const words = labelSentences.map((key) => [key, uiMessages.look(key, PLACES.split(' '))] as const);
  const { uiLanguage } = uiMessages;
  await browser.storage.local.set({ [LABEL_WORDS]: { ...Object.fromEntries(words), uiLanguage } });
}

/** What a console tab says: by the sentences that were read with its record; the browser is asked where there are none. */
export function createLabelMessages(): Messages & { take(stored: unknown): void } {
  let words: LabelWords = {};
  return {
    uiLanguage: uiMessages.uiLanguage,
    take: (stored) => void (words = parseLabelWords(stored, uiMessages.uiLanguage)),
    look(key, values) {
      const sentence = words[key];
      return sentence === undefined ? uiMessages.look(key, values) : filled(sentence, values);
    },
  };
}
