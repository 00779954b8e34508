import type { Page } from 'playwright';
import { shareOf } from './pixels';

/** The dark bar along the top of a console page of the simulator. */
const CONSOLE_HEADER = '#161d26';
const SHARE_OF_HEADER = 0.03;
/** More than the rim of other things has of the badge's colour, less than its ground. */
export const SHARE_OF_BADGE = 0.002;

interface Traced {
  readonly traceEvents: readonly {
    readonly name: string;
    readonly ts: number;
    readonly args: { readonly snapshot?: string };
  }[];
}

/** A small picture (JPEG) of every frame that a tab showed while `act` went on, in their order. */
export async function framesWhile(page: Page, act: () => Promise<unknown>): Promise<Buffer[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('this browser can not be traced');
  await browser.startTracing(page, {
    screenshots: true,
    categories: ['-*', 'disabled-by-default-devtools.screenshot'],
  });
  await act();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as Traced;
  return traceEvents
    .filter(({ name }) => name === 'Screenshot')
    .toSorted((one, other) => one.ts - other.ts)
    .flatMap(({ args }) => (args.snapshot === undefined ? [] : [Buffer.from(args.snapshot, 'base64')]));
}

/** The first frame that has something of a console page's own. `eyes`: any page that may read pictures. */
export async function firstOfConsole(eyes: Page, frames: readonly Buffer[]): Promise<Buffer> {
  for (const frame of frames) if ((await shareOf(eyes, frame, CONSOLE_HEADER)) > SHARE_OF_HEADER) return frame;
  throw new Error('the page was never seen');
}
