import { browser } from './native';

type AreaName = 'session' | 'local';

/** One stored value: where it lives, and how what is read back is checked. */
export interface StoredItem<Value> {
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
  remove(): Promise<void>;
  /** Calls back with each new value; returns how to stop. */
  watch(told: (value: Value) => void): () => void;
}

/**
 * Declares one stored value. `parse` gets whatever was found (`undefined` for nothing) and must give a sound value:
 * what cannot be trusted becomes the default. An area that does not answer reads as nothing stored.
 */
export function storedItem<Value>(area: AreaName, key: string, parse: (raw: unknown) => Value): StoredItem<Value> {
  return {
    async read() {
      try {
        return parse((await browser.storage[area].get(key))[key]);
      } catch {
        return parse(undefined);
      }
    },
    write: (value) => browser.storage[area].set({ [key]: value }),
    remove: () => browser.storage[area].remove(key),
    watch(told) {
      const listen = (changes: Record<string, { newValue?: unknown }>, changed: string): void => {
        const change = changes[key];
        if (changed === area && change) told(parse(change.newValue));
      };
      browser.storage.onChanged.addListener(listen);
      return () => browser.storage.onChanged.removeListener(listen);
    },
  };
}
