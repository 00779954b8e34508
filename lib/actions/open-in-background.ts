import { say } from '../model/say';
import type { Opening } from './action';

/** Opens the row behind, and leaves the popup where it is. */
export const openInBackground: Opening = {
  id: 'open-in-background',
  key: 'Ctrl+Enter',
  says: () => say('actionOpenInBackground'),
  fits: () => true,
  opens: 'background',
};
