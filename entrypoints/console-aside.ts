import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { copyText } from '../lib/browser/clipboard';
import { hearReplaced } from '../lib/browser/console-pages';
import { handedOn, handOn } from '../lib/browser/handed-on';
import { keepWatch, type Watch } from '../lib/console/watch';
import { type Messages, speak } from '../lib/model/say';

/** Runs in every console page behind the label, once the page is parsed: a script of its own, so that the label's comes sooner. */
export default defineUnlistedScript({
  main() {
    const from = handedOn<{ readonly watch: Watch; readonly words: Messages }>('aside');
    if (!from) return;
    speak(from.words);
    handOn('guard', keepWatch(from.watch, { copy: copyText, hearReplaced }));
  },
});
