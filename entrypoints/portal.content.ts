import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Background } from '../lib/background';
import { connect } from '../lib/browser/messages';
import { watchPortalPage } from '../lib/browser/portal-page';
import { parsePortalAddress } from '../lib/model/portal';

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_start',
  main(context) {
    if (!parsePortalAddress(location.href).ok) return;
    const background = connect<Background>();
    let wasSignedIn = false;
    watchPortalPage(
      document,
      ({ token, region }) => {
        if (token && region) {
          wasSignedIn = true;
          void background.portalSignedIn({ region, token });
        } else if (!token && wasSignedIn) {
          wasSignedIn = false;
          void background.portalSignedOut({});
        }
      },
      context.signal,
    );
  },
});
