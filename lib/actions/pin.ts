import { say } from '../model/say';
import { fullName } from '../model/row';
import type { Deed } from './action';

/** Keeps the row at the top of the list, or lets it go again. */
export const pin: Deed = {
  id: 'pin',
  key: 'Alt+P',
  says: ({ isPinned }) => say(isPinned ? 'actionUnpin' : 'actionPin'),
  fits: () => true,
  async run(row, { background }) {
    const { key, isPinned } = row;
    const outcome = await (isPinned ? background.unpin({ key }) : background.pin({ key }));
    const undo = () => (isPinned ? background.pin({ key }) : background.unpin({ key }));
    return { outcome, says: say(isPinned ? 'rowUnpinned' : 'rowPinned', fullName(row)), undo };
  },
};
