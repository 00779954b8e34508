import { say } from '../model/say';
import { type Action, openRow } from './action';

/** Opens the row in a window of its own. */
export const openInWindow: Action = {
  id: 'open-in-window',
  key: 'Shift+Enter',
  says: () => say('actionOpenInWindow'),
  fits: () => true,
  run: async (row, { background }) => ({ outcome: await openRow(row, background, 'window'), closes: true }),
};
