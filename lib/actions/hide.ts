import type { Action } from './action';

/** Takes the row out of every list. */
export const hide: Action = {
  id: 'hide',
  key: 'Alt+H',
  says: () => 'Hide',
  fits: () => true,
  run: async ({ key, name }, { background }) => ({
    outcome: await background.hide({ key }),
    says: `${name} is hidden.`,
    undo: () => background.unhide({ key }),
  }),
};
