import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openFirst } from '../lib/browser/show-first';

/** Runs in the popup before its first frame, which holds up all that this script is: it stays small and asks nobody. */
export default defineUnlistedScript(() => openFirst(document));
