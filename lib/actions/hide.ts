import { say } from '../model/say';
import { fullName } from '../model/row';
import type { Deed } from './action';

/** Takes the row out of every list, or puts one that was hidden back. */
export const hide: Deed = {
  id: 'hide',
  key: 'Alt+H',
  says: ({ isHidden }) => say(isHidden ? 'actionUnhide' : 'actionHide'),
  fits: () => true,
  async run(row, { background }) {
    const { key, isHidden } = row;
    const outcome = await (isHidden ? background.unhide({ key }) : background.hide({ key }));
    const undo = () => (isHidden ? background.hide({ key }) : background.unhide({ key }));
    return { outcome, says: say(isHidden ? 'unhidden' : 'rowHidden', fullName(row)), undo };
  },
};
