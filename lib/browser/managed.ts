import { browser } from 'wxt/browser';

/** What an organisation's policy says, as the browser hands it over. */
export interface ManagedArea {
  /** `unreadable` where the browser fails to tell; an empty object where there is no policy. */
  read(): Promise<Readonly<Record<string, unknown>> | 'unreadable'>;
  onChange(told: () => void): void;
}

export const managed: ManagedArea = {
  async read() {
    try {
      return await browser.storage.managed.get();
    } catch (error) {
      // Firefox answers so where an administrator has set nothing; source: MDN, storage.managed.
      return error instanceof Error && /manifest not found/i.test(error.message) ? {} : 'unreadable';
    }
  },

  onChange(told) {
    browser.storage.onChanged.addListener((_, area) => {
      if (area === 'managed') told();
    });
  },
};
