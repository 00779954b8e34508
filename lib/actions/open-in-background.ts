import { say } from '../model/say';
import { type Action, openRow } from './action';

/** Opens the row behind, and leaves the popup where it is. */
export const openInBackground: Action = {
  id: 'open-in-background',
  key: 'Ctrl+Enter',
  says: () => say('actionOpenInBackground'),
  fits: () => true,
  run: async (row, { background }) => ({
    outcome: await openRow(row, background, 'background'),
    says: say('openedRow', row.name),
  }),
};
