import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Background } from '../lib/background';
import { connect } from '../lib/browser/connect';
import { watchPortalPage } from '../lib/browser/portal-page';
import { isPassing } from '../lib/model/failure';
import { parsePortalAddress } from '../lib/model/portal';

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_start',
  main(context) {
    if (!parsePortalAddress(location.href).ok) return;
    const background = connect<Background>(['portalSeen', 'portalSignedIn', 'portalSignedOut']);
    let wasSignedIn = false;
    watchPortalPage(
      document,
      async ({ token, region, isTokenHidden }) => {
        if (!token && wasSignedIn) await background.portalSignedOut({});
        wasSignedIn = token !== undefined;
        if (!region) return 'taken';
        if (!token) {
          await background.portalSeen({ region, isTokenHidden });
          return 'taken';
        }
        const told = await background.portalSignedIn({ region, token });
        return !told.ok && isPassing(told.failure) ? 'again' : 'taken';
      },
      context.signal,
    );
  },
});
