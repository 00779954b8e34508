import { storedItem } from './storage';

/**
 * How many portals were connected, kept apart from all that is in the database: it tells a browser that lost the list
 * from a first run.
 */
export const storedMark = storedItem<number>('local', 'portals-connected', (raw) =>
  typeof raw === 'number' ? raw : 0,
);
