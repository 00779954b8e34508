import type { Page } from 'playwright';
import { shareOf } from './pixels';

/** The dark bar along the top of a console page of the simulator. */
const CONSOLE_HEADER = '#161d26';
const SHARE_OF_HEADER = 0.03;
/** The badge stands at the foot of the window, where a console page of the simulator has nothing in its colours. */
const FOOT = 0.08;
const SHARE_OF_BADGE = 0.02;

/** Whether the badge stands in a picture of a tab, in this colour. `eyes`: any page that may read pictures. */
export async function hasBadge(eyes: Page, picture: Buffer, colour: string): Promise<boolean> {
  return (await shareOf(eyes, picture, colour, FOOT)) > SHARE_OF_BADGE;
}

/**
 * A picture of the first frame that a tab shows with something of a console page's own, while `act` opens one there.
 * `eyes`: any page that may read pictures.
 */
export async function firstConsoleFrame(page: Page, eyes: Page, act: () => Promise<unknown>): Promise<Buffer> {
  const cdp = await page.context().newCDPSession(page);
  let looked = Promise.resolve();
  const first = new Promise<Buffer>((resolve, reject) => {
    cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
      const frame = Buffer.from(data, 'base64');
      looked = looked
        .then(async () => {
          if ((await shareOf(eyes, frame, CONSOLE_HEADER)) > SHARE_OF_HEADER) resolve(frame);
        })
        .catch(reject);
      // The page may be gone by then.
      cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    });
  });
  await cdp.send('Page.startScreencast', { format: 'png', maxWidth: 640, maxHeight: 400 });
  await act();
  const frame = await first;
  await cdp.detach();
  return frame;
}
