import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Background } from '../lib/background';
import { closedRoot } from '../lib/browser/closed-root';
import { createLooksReader } from '../lib/browser/looks-reader';
import { createLabelMessages } from '../lib/browser/label-words';
import { connect } from '../lib/browser/connect';
import { handOn } from '../lib/browser/handed-on';
import { isOrphaned, takeOver } from '../lib/browser/successor';
import { startConsoleTab } from '../lib/console/console-tab';
import { speak } from '../lib/model/say';

/**
 * Runs at the start of every console page: by the manifest, or registered for hosts that were allowed later. Not one of
 * the framework's content scripts: those tell each other of their start by an event, which a page can forge to end them.
 */
export default defineUnlistedScript({
  main() {
    const ending = takeOver();
    if (!ending) return;
    const words = createLabelMessages();
    speak(words);
    const background = connect<Background>(['consoleSeen', 'shareLink', 'whoIs']);
    const watch = startConsoleTab(
      document,
      {
        ...createLooksReader(words),
        async seen({ state, accountId, roleName, isRole, level, alias }, mark) {
          const seen = await background.consoleSeen({ state, accountId, roleName, isRole, level, alias, mark });
          if (!seen.ok) throw new Error(seen.failure.reason);
          return seen.value;
        },
        strip: (says, colour) => void background.strip({ says, colour }),
        renewBeside: async (accountId, roleName) => (await background.renewBeside({ accountId, roleName })).ok,
        async shareLink(accountId, roleName) {
          const link = await background.shareLink({ accountId, roleName });
          return link.ok ? link.value : undefined;
        },
        async whoIs(accountId) {
          const found = await background.whoIs({ accountId });
          return found.ok ? found.value : undefined;
        },
        reopenAs: async (accountId, roleName) => (await background.reopenAs({ accountId, roleName })).ok,
        chooseAccount: () => void background.chooseAccount({}),
        colourAccount: (accountId) => void background.colourAccount({ accountId }),
        inside: closedRoot,
        isOrphaned,
      },
      ending,
    );
    if (watch) handOn('aside', { watch, words });
    else ending.abort();
  },
});
