import { type DiaryEntry, type DiaryEvent, written } from '../model/diary';
import type { StartUrl } from '../model/portal';
import { createSerial } from './serial';
import type { World } from './world';

export type Diary = ReturnType<typeof createDiary>;

/** The last things that happened, for the diagnostics page and bug reports. */
export function createDiary({ browser, now }: World) {
  const inTurn = createSerial();
  return {
    note: (event: DiaryEvent, portal?: StartUrl, details?: DiaryEntry['details']): Promise<void> =>
      inTurn(async () => {
        const entry = { atMs: now(), event, portal, details };
        await browser.diary.write(written(await browser.diary.read(), entry)).catch(() => undefined);
      }),

    read: (): Promise<readonly DiaryEntry[]> => browser.diary.read(),
  };
}
