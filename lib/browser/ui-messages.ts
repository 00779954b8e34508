import { language, type Messages, say, type Sentence, speak } from '../model/say';
import { browser } from './native';

// By plain name: the generated types know the keys only after `wxt prepare`; `Sentence` and a test hold them instead.
const i18n: { getUILanguage(): string; getMessage(key: string, values: string[]): string } = browser.i18n;

/** The browser's messages, for `speak`. */
export const uiMessages: Messages = {
  uiLanguage: i18n.getUILanguage(),
  look: (key, values) => i18n.getMessage(key, values),
};

/** Lets a page of the extension speak the person's language: its sentences, its title, and what it says of itself. */
export function speakOn(page: Document, title: Sentence): void {
  speak(uiMessages);
  page.title = say(title);
  page.documentElement.lang = language();
  page.documentElement.dir = say('textDirection');
}
