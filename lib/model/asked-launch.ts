import { type EntryKey, entryKey, parseEntryKey } from './entry';
import { parseWhere, type Where } from './where';

/**
 * A console that was asked for outside the launcher and would be a session more than AWS allows, or in a role that is
 * gone: the launcher asks.
 */
export interface AskedLaunch {
  readonly key: EntryKey;
  /** The console page that was meant, where it was a certain one. */
  readonly destination: string | undefined;
  readonly where: Where;
}

/** Reads what was stored; `undefined` where nothing is asked, or nothing sound. */
export function parseAskedLaunch(raw: unknown): AskedLaunch | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { key, destination, where: place } = raw as Partial<Record<keyof AskedLaunch, unknown>>;
  const entry = parseEntryKey(key);
  const where = parseWhere(place);
  if (!entry || where === undefined) return undefined;
  return { key: entryKey(entry), destination: typeof destination === 'string' ? destination : undefined, where };
}
