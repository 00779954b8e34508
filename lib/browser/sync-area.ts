import { browser } from 'wxt/browser';

/** The storage that the browser keeps in step between a person's machines. */
export interface SyncArea {
  read(): Promise<Readonly<Record<string, unknown>>>;
  write(items: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  onChanged(told: () => void): void;
}

export const syncArea: SyncArea = {
  read: () => browser.storage.sync.get(null),
  write: (items) => browser.storage.sync.set({ ...items }),
  remove: (keys) => browser.storage.sync.remove([...keys]),
  onChanged(told) {
    browser.storage.onChanged.addListener((_, area) => {
      if (area === 'sync') told();
    });
  },
};
