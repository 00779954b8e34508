import { browser } from 'wxt/browser';
import { type Suggestion, suggestionMarkup } from '../model/omnibox';

/** Where Enter opens it. */
export type Disposition = 'here' | 'tab' | 'background';

const dispositions: Readonly<Record<string, Disposition>> = {
  currentTab: 'here',
  newForegroundTab: 'tab',
  newBackgroundTab: 'background',
};

/** Firefox shows a description as it is, Chromium reads it as markup. */
function described(suggestion: Pick<Suggestion, 'name' | 'detail'>): string {
  const { name, detail } = suggestion;
  return import.meta.env.FIREFOX ? [name, detail].filter(Boolean).join(' — ') : suggestionMarkup(suggestion);
}

/** The keyword in the address bar. */
export const omnibox = {
  /** Asks for suggestions with each key; the first one is what Enter does with the words as they are. */
  onTyped(suggest: (words: string) => Promise<readonly [Pick<Suggestion, 'name' | 'detail'>, ...Suggestion[]]>): void {
    browser.omnibox.onInputChanged.addListener((words, show) => {
      void suggest(words).then(([first, ...others]) => {
        browser.omnibox.setDefaultSuggestion({ description: described(first) });
        show(others.map((one) => ({ content: one.content, description: described(one) })));
      });
    });
  },

  onEntered(told: (words: string, where: Disposition) => void): void {
    browser.omnibox.onInputEntered.addListener((words, disposition) =>
      told(words, dispositions[String(disposition)] ?? 'tab'),
    );
  },
};
