import { say } from '../model/say';
import type { Opening } from './action';

/** Opens the row in a new tab. */
export const open: Opening = {
  id: 'open',
  key: 'Enter',
  says: () => say('actionOpen'),
  fits: () => true,
  opens: 'tab',
};
