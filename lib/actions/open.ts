import { say } from '../model/say';
import { type Action, openRow } from './action';

/** Opens the row in a new tab. */
export const open: Action = {
  id: 'open',
  key: 'Enter',
  says: () => say('actionOpen'),
  fits: () => true,
  run: async (row, { background }) => ({ outcome: await openRow(row, background, 'tab'), closes: true }),
};
