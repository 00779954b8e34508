import { type Browser, browser } from 'wxt/browser';

const MAIN_FRAME = ['main_frame'] as const;

/**
 * What becomes of a request for the sign-in's port. Chromium still tells a tab's address when the request was blocked;
 * Firefox tells nobody of it (153), so there the tab is led back to the host that gave the code, which Burgee may read.
 */
function action(backTo: string): Browser.declarativeNetRequest.RuleAction {
  if (!import.meta.env.FIREFOX) return { type: 'block' };
  return { type: 'redirect', redirect: { transform: { scheme: 'https', host: backTo, port: '' } } };
}

/**
 * Keeps whatever may listen on the sign-in's port from seeing the code: the address never gets there, while the tab's
 * events still tell it. Only this exact port, only for this browser run; other programs' sign-ins go through.
 */
export const loopback = {
  async block(port: number, backTo: string): Promise<void> {
    await browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: [port],
      addRules: [
        {
          id: port,
          action: action(backTo),
          condition: { urlFilter: `|http://127.0.0.1:${port}/`, resourceTypes: [...MAIN_FRAME] },
        },
      ],
    });
  },

  /** Takes away the blocks of all ports but these. */
  async keepOnly(ports: readonly number[]): Promise<void> {
    const rules = await browser.declarativeNetRequest.getSessionRules();
    const removeRuleIds = rules.map(({ id }) => id).filter((id) => !ports.includes(id));
    if (removeRuleIds.length > 0) await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds });
  },
};
