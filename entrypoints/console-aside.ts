import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { copyText } from '../lib/browser/clipboard';
import { hearReplaced } from '../lib/browser/console-pages';
import { handedOn, handOn } from '../lib/browser/handed-on';
import { keepWatch, type Watch } from '../lib/console/watch';

/** Runs in every console page behind the label, once the page is parsed: a script of its own, so that the label's comes sooner. */
export default defineUnlistedScript({
  main() {
    const watch = handedOn<Watch>('aside');
    if (watch) handOn('guard', keepWatch(watch, { copy: copyText, hearReplaced }));
  },
});
