import { say, sayTime } from '../model/say';
import { type Deed, hasRole, isSwitchedTo, needAccount } from './action';

/** Puts temporary credentials of the role on the clipboard, as text for the shell that the settings name. */
export const copyCredentials: Deed = {
  id: 'copy-credentials',
  key: 'Alt+C',
  says: () => say('actionCopyCredentials'),
  fits: (row, personal) => hasRole(row) && !isSwitchedTo(row, personal),
  async run(row, { background, copySecret }) {
    const { portal, accountId, roleName } = needAccount(row);
    if (!roleName) throw new Error('this action is for rows with a role only');
    const outcome = await copySecret(() => background.roleCredentials({ portal, accountId, roleName }));
    if (!outcome.ok) return { outcome };
    return {
      outcome: { ok: true, value: undefined },
      says: say('credentialsCopied', sayTime(outcome.value.expiresAtMs)),
    };
  },
};
