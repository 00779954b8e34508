import { say } from '../model/say';
import { type Deed, isAccount, needAccount } from './action';

/** Opens the settings with a rule for the account, its colour to be chosen. */
export const colour: Deed = {
  id: 'colour',
  key: 'Alt+K',
  says: () => say('actionColour'),
  fits: isAccount,
  run: async (row, { background }) => ({
    outcome: await background.colourAccount({ accountId: needAccount(row).accountId }),
    closes: true,
  }),
};
