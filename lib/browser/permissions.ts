import { browser } from './native';

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
  requestTabGroups: (): Promise<boolean> => ask('tabGroups'),

  /** Opening a tab in a container: asked for by the click that switches containers on, given back at the one that ends it. */
  requestContainers: (): Promise<boolean> => ask('cookies'),
  async releaseContainers(): Promise<void> {
    await browser.permissions.remove({ permissions: ['cookies'] });
  },

  onChange(told: () => void): void {
    browser.permissions.onAdded.addListener(told);
    browser.permissions.onRemoved.addListener(told);
  },
};

async function ask(permission: 'tabGroups' | 'cookies'): Promise<boolean> {
  try {
    return await browser.permissions.request({ permissions: [permission] });
  } catch {
    return false;
  }
}
