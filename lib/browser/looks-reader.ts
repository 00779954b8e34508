import type { AccountId } from '../model/account';
import { EXPECTED_LOOKS, type ExpectedLook, parseExpectedLooks } from '../model/expected-looks';
import { LABEL_WORDS } from '../model/label-words';
import { type Look, lookKey, parseLook, parseLookKey } from '../model/look';
import { browser } from './native';

/**
 * How a console tab reads the record of an account. Made at its very start: it asks at once for the few records that it
 * is likely to want and for the words that it is told in, and for its own later only where that is none of them.
 */
export function createLooksReader(words: { take(stored: unknown): void }) {
  async function read(...keys: string[]): Promise<Record<string, unknown>> {
    try {
      return await browser.storage.local.get(keys);
    } catch {
      return {};
    }
  }

  /** For the tab's own record, and until the first changes. */
  let early: Promise<readonly ExpectedLook[]> | undefined = read(EXPECTED_LOOKS, LABEL_WORDS).then((stored) => {
    words.take(stored[LABEL_WORDS]);
    return parseExpectedLooks(stored[EXPECTED_LOOKS]);
  });

  return {
    async readLook(account: AccountId): Promise<Look | null> {
      const expected = await early;
      early = undefined;
      const found = expected?.find((one) => one.account === account);
      const key = lookKey(account);
      return found?.look ?? parseLook((await read(key))[key]) ?? null;
    },

    onLook(told: (account: AccountId, look: Look | null) => void, signal: AbortSignal): void {
      const listen = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
        if (area !== 'local') return;
        for (const [key, change] of Object.entries(changes)) {
          const account = parseLookKey(key);
          if (!account) continue;
          early = undefined;
          told(account, parseLook(change.newValue) ?? null);
        }
      };
      browser.storage.onChanged.addListener(listen);
      signal.addEventListener('abort', () => browser.storage?.onChanged?.removeListener(listen), { once: true });
    },
  };
}
