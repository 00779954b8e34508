const KEY = 'first-rows';

/**
 * The rows that the popup showed first the last time, in the page's own `localStorage`: the only storage that answers
 * without waiting. Not reachable for content scripts; holds names and numbers, no secret.
 */
export const firstRows = {
  read<Row>(isRow: (value: unknown) => value is Row): Row[] {
    try {
      const rows: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
      return Array.isArray(rows) ? rows.filter(isRow) : [];
    } catch {
      return [];
    }
  },

  keep(rows: readonly unknown[]): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(rows));
    } catch {
      // Full or switched off: the next opening waits for the snapshot instead.
    }
  },

  forget(): void {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Switched off: there is nothing to forget.
    }
  },
};
