import { browser } from 'wxt/browser';
import type { Colour } from '../model/colour';

export interface TabBadge {
  readonly text: string;
  readonly colour: Colour;
  readonly title: string;
}

/** The toolbar icon of one tab. A tab that has gone by now is no failure. */
export const toolbar = {
  async show(tabId: number, { text, colour, title }: TabBadge): Promise<void> {
    await Promise.allSettled([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
      browser.action.setTitle({ tabId, title }),
    ]);
  },
};
