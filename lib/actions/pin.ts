import type { Outcome } from '../model/failure';
import { say } from '../model/say';
import { fullName } from '../model/row';
import type { Deed } from './action';

/** Keeps the row at the top of the list, or lets it go again. */
export const pin: Deed = {
  id: 'pin',
  key: 'Alt+P',
  says: ({ isPinned }) => say(isPinned ? 'actionUnpin' : 'actionPin'),
  fits: () => true,
  async run(row, { background, personal }) {
    const { key, isPinned } = row;
    const place = personal.pins.indexOf(key);
    const outcome = await (isPinned ? background.unpin({ key }) : background.pin({ key }));
    async function undo(): Promise<Outcome> {
      if (!isPinned) return background.unpin({ key });
      const back = await background.pin({ key });
      return back.ok ? background.movePin({ key, to: place }) : back;
    }
    return { outcome, says: say(isPinned ? 'rowUnpinned' : 'rowPinned', fullName(row)), undo };
  },
};
