import { browser } from 'wxt/browser';

const WIDTH = 480;
const HEIGHT = 620;

/** The launcher below its button, or in a window of its own where the browser does not open it unasked. */
export async function openLauncher(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await openPalette();
  }
}

/** The launcher in a window of its own, for those who want it to stay; `fromTab`: to open that tab's page elsewhere. */
export async function openPalette(fromTab?: number): Promise<void> {
  const url = browser.runtime.getURL(fromTab === undefined ? '/popup.html#palette' : `/popup.html#palette=${fromTab}`);
  await browser.windows.create({ url, type: 'popup', width: WIDTH, height: HEIGHT });
}
