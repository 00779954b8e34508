import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Background } from '../lib/background';
import { connect } from '../lib/browser/messages';
import { createLooksReader } from '../lib/browser/looks-reader';
import { startConsoleTab } from '../lib/console/console-tab';

export default defineContentScript({
  // The required host alone; consoles of other partitions are registered when they are allowed.
  matches: ['https://*.console.aws.amazon.com/*'],
  runAt: 'document_start',
  main(context) {
    const background = connect<Background>();
    startConsoleTab(
      document,
      {
        ...createLooksReader(),
        seen: ({ state, accountId, roleName, level }) =>
          void background.consoleSeen({ state, accountId, roleName, level }),
        async shareLink(accountId, roleName) {
          const link = await background.shareLink({ accountId, roleName });
          return link.ok ? link.value : undefined;
        },
        async whoIs(accountId) {
          const found = await background.whoIs({ accountId });
          return found.ok ? found.value : undefined;
        },
        reopenAs: (accountId, roleName) => void background.reopenAs({ accountId, roleName }),
        copy: (text) =>
          navigator.clipboard.writeText(text).then(
            () => true,
            () => false,
          ),
        isOrphaned: () => context.isInvalid || browser.runtime?.id === undefined,
      },
      context.signal,
    );
  },
});
