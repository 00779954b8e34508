import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createAws } from '../lib/aws/aws';
import { createBackground, trust } from '../lib/background';
import { createBurgeeBrowser } from '../lib/browser/burgee-browser';
import { serve } from '../lib/browser/messages';
import { uiMessages } from '../lib/browser/ui-messages';
import { speak } from '../lib/model/say';

export default defineBackground({
  type: 'module',
  main() {
    speak(uiMessages);
    const burgee = createBurgeeBrowser();
    const background = createBackground({
      aws: createAws({ fetch: (url, init) => fetch(url, init) }),
      browser: burgee,
      now: () => Date.now(),
      random: () => Math.random(),
    });
    serve(background.calls, trust, (why) => background.messageRefused(why));
    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      if (reason === 'install') await background.welcome();
      await background.settle();
    });
    browser.runtime.onStartup.addListener(() => background.settle());
    burgee.permissions.onChange(() => void background.settle());
    burgee.managed.onChange(() => void background.policyChanged());
    burgee.syncArea.onChanged(() => background.syncChanged());
    burgee.tabs.onMoved((tabId, address) => void background.tabMoved(tabId, address));
    burgee.tabs.onLoading((tabId) => void background.tabLoads(tabId));
    burgee.tabs.onRemoved((tabId) => void background.tabClosed(tabId));
    burgee.consoleMenu.onChosen((item, tabId) => void background.fromMenu(item, tabId));
    burgee.omnibox.onTyped((words) => background.omnibox.suggest(words));
    burgee.omnibox.onEntered((words, where) => void background.omnibox.enter(words, where));
    browser.commands.onCommand.addListener((command) => void background.fromHotkey(command));
    browser.alarms.onAlarm.addListener(() => background.wake());
    addEventListener('online', () => background.online());
    void background.started();
  },
});
