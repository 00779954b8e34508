import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handedOn } from '../lib/browser/handed-on';
import { type GuardedTab, startGuard } from '../lib/console/guard';

/** Runs last in every console page: it knows the words of what destroys in all the console's languages. */
export default defineUnlistedScript({
  main() {
    const tab = handedOn<GuardedTab>('guard');
    if (tab) startGuard(tab);
  },
});
