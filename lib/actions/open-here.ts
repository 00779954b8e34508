import { say } from '../model/say';
import { type Deed, isAccount, needAccount } from './action';

/** Opens the console page in front in the row's account. */
export const openHere: Deed = {
  id: 'open-here',
  key: 'Alt+T',
  isLaunch: true,
  says: () => say('actionOpenHere'),
  fits: isAccount,
  run: async (row, { background, fromTab }) => ({
    outcome: await background.openHere({ ...needAccount(row), fromTab, where: 'tab' }),
    closes: true,
  }),
};
