import { launchBoost, weights } from './rank';
import type { Habit, SearchIndex } from './search-index';

/** What pins and launches add to each row, account and app at one time. */
export interface HabitBoost {
  row(row: number): number;
  /** Of the account itself or its best role. */
  account(account: number): number;
  app(app: number): number;
}

export function habitBoosts(index: SearchIndex, nowMs: number): HabitBoost {
  const rows = boostsOf(index.rowHabits, nowMs);
  const accounts = boostsOf(index.accountHabits, nowMs);
  for (const { place, account } of index.rowHabits)
    if (!index.goneRows.has(place)) accounts.set(account, Math.max(accounts.get(account) ?? 0, rows.get(place) ?? 0));
  const apps = boostsOf(index.appHabits, nowMs);
  return {
    row: (row) => rows.get(row) ?? 0,
    account: (account) => accounts.get(account) ?? 0,
    app: (app) => apps.get(app) ?? 0,
  };
}

function boostsOf(habits: readonly Habit[], nowMs: number): Map<number, number> {
  return new Map(
    habits.map(({ place, launches, isPinned }) => [
      place,
      launchBoost(launches, nowMs) + (isPinned ? weights.pinned : 0),
    ]),
  );
}
