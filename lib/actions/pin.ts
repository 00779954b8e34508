import { say } from '../model/say';
import type { Deed } from './action';

/** Keeps the row at the top of the list, or lets it go again. */
export const pin: Deed = {
  id: 'pin',
  key: 'Alt+P',
  says: ({ isPinned }) => say(isPinned ? 'actionUnpin' : 'actionPin'),
  fits: () => true,
  async run({ key, isPinned, name }, { background }) {
    const outcome = await (isPinned ? background.unpin({ key }) : background.pin({ key }));
    const undo = () => (isPinned ? background.pin({ key }) : background.unpin({ key }));
    return { outcome, says: say(isPinned ? 'rowUnpinned' : 'rowPinned', name), undo };
  },
};
