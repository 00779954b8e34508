import { say } from '../model/say';
import type { Action } from './action';

/** Takes the row out of every list. */
export const hide: Action = {
  id: 'hide',
  key: 'Alt+H',
  says: () => say('actionHide'),
  fits: () => true,
  run: async ({ key, name }, { background }) => ({
    outcome: await background.hide({ key }),
    says: say('rowHidden', name),
    undo: () => background.unhide({ key }),
  }),
};
