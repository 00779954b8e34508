import { type Action, openRow } from './action';

/** Opens the row behind, and leaves the popup where it is. */
export const openInBackground: Action = {
  id: 'open-in-background',
  key: 'Ctrl+Enter',
  says: () => 'Open in the background',
  fits: () => true,
  run: async (row, { background }) => ({
    outcome: await openRow(row, background, 'background'),
    says: `Opened ${row.name}.`,
  }),
};
