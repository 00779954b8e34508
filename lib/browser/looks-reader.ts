import type { AccountId } from '../model/account';
import { LABEL_WORDS } from '../model/label-words';
import { type Look, lookKey, parseLook, parseLookKey } from '../model/look';
import { browser } from './native';

/** How a console tab reads its own account's record, and only that; the words that it is told in come with it. */
export function createLooksReader(words: { take(stored: unknown): void }) {
  return {
    async readLook(account: AccountId): Promise<Look | null> {
      const key = lookKey(account);
      try {
        const stored = await browser.storage.local.get([key, LABEL_WORDS]);
        words.take(stored[LABEL_WORDS]);
        return parseLook(stored[key]) ?? null;
      } catch {
        return null;
      }
    },

    onLook(told: (account: AccountId, look: Look | null) => void, signal: AbortSignal): void {
      const listen = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
        if (area !== 'local') return;
        for (const [key, change] of Object.entries(changes)) {
          const account = parseLookKey(key);
          if (account) told(account, parseLook(change.newValue) ?? null);
        }
      };
      browser.storage.onChanged.addListener(listen);
      signal.addEventListener('abort', () => browser.storage?.onChanged?.removeListener(listen), { once: true });
    },
  };
}
