import { Hono } from 'hono';
import { hiddenForm, plainPage } from './pages';
import type { State } from './state';

/** `device.sso.{region}`: where `aws sso login` sent people before the portal had a page for it. */
export function devicePages(state: State): Hono {
  const pages = new Hono();

  pages.get('/', (c) => {
    const userCode = c.req.query('user_code') ?? '';
    const decision = c.req.query('decision');
    if (decision === 'approved' || decision === 'denied') {
      const isKnown = decideDevice(state, userCode, decision);
      return c.html(plainPage(isKnown ? `Request ${decision}` : 'The code is not valid', ''), isKnown ? 200 : 404);
    }
    const buttons =
      '<button id="confirm" name="decision" value="approved">Confirm and continue</button> <button id="deny" name="decision" value="denied">Deny</button>';
    return c.html(plainPage('Authorization requested', hiddenForm('/', [['user_code', userCode]], buttons)));
  });

  return pages;
}

/** What the person says to the code that a device shows; false for a code that nobody gave out. */
export function decideDevice(state: State, userCode: string, decision: 'approved' | 'denied'): boolean {
  const device = [...state.oidc.devices.values()].find((one) => one.userCode === userCode);
  if (device) device.decision = decision;
  return device !== undefined;
}
