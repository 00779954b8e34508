import { browser } from 'wxt/browser';

const MAIN_FRAME = ['main_frame'] as const;

/**
 * Keeps whatever may listen on the sign-in's port from seeing the code: the address never leaves the browser, while the
 * tab's events still tell it. Only this exact port, only for this browser run; other programs' sign-ins go through.
 */
export const loopback = {
  async block(port: number): Promise<void> {
    await browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: [port],
      addRules: [
        {
          id: port,
          action: { type: 'block' },
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
