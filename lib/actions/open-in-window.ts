import { say } from '../model/say';
import type { Opening } from './action';

/** Opens the row in a window of its own. */
export const openInWindow: Opening = {
  id: 'open-in-window',
  key: 'Shift+Enter',
  says: () => say('actionOpenInWindow'),
  fits: () => true,
  opens: 'window',
};
