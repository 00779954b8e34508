import { browser } from 'wxt/browser';

/** What the browser lets Burgee read. */
export const permissions = {
  /** Those of the patterns that are not granted. */
  async missing(origins: readonly string[]): Promise<string[]> {
    const granted = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
    return origins.filter((_, index) => !granted[index]);
  },

  /** Asks for what is missing. Must run inside a click; false where the person says no. */
  async request(origins: readonly string[]): Promise<boolean> {
    try {
      return await browser.permissions.request({ origins: [...origins] });
    } catch {
      return false;
    }
  },

  /** Tab groups: asked for by the click that switches them on. */
  async requestTabGroups(): Promise<boolean> {
    try {
      return await browser.permissions.request({ permissions: ['tabGroups'] });
    } catch {
      return false;
    }
  },

  onChange(told: () => void): void {
    browser.permissions.onAdded.addListener(told);
    browser.permissions.onRemoved.addListener(told);
  },
};
