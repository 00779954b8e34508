import { describe, expect, test, vi } from 'vitest';

interface Shown {
  readonly id: number;
  readonly type: 'normal' | 'popup';
  readonly url: string;
}

const docs: Shown = { id: 1, type: 'normal', url: 'https://docs.aws.amazon.com/' };
const bucket: Shown = { id: 2, type: 'normal', url: 'https://eu-west-1.console.aws.amazon.com/s3/buckets/logs' };
const palette: Shown = { id: 3, type: 'popup', url: 'chrome-extension://burgee/popup.html#palette' };

/** Whether the browser looks only among the windows of the types that are asked for. */
const [chromium, firefox] = [true, false];

let heedsTypes: boolean;
/** The one that was used last comes first. */
let windows: readonly Shown[];

vi.stubGlobal('chrome', {
  windows: {
    async getLastFocused({ windowTypes }: { windowTypes: readonly string[] }) {
      const found = windows.find(({ type }) => !heedsTypes || windowTypes.includes(type));
      if (!found) throw new Error('No last-focused window');
      return found;
    },
  },
  tabs: {
    query: async ({ windowId, windowType }: { windowId?: number; windowType?: string }) =>
      windows.filter(({ id, type }) => id === (windowId ?? id) && type === (windowType ?? type)),
  },
});

async function inFront(browser: boolean, shown: readonly Shown[]): Promise<string | undefined> {
  [heedsTypes, windows] = [browser, shown];
  const { tabs } = await import('../../../lib/browser/tabs');
  return tabs.current();
}

describe.each([
  ['Chromium', chromium],
  ['Firefox', firefox],
])('the page in front, in %s,', (_, browser) => {
  test('is that of the window that was used last', async () => {
    expect(await inFront(browser, [bucket, docs])).toBe(bucket.url);
  });

  test('is that of the window before the palette', async () => {
    expect(await inFront(browser, [palette, bucket])).toBe(bucket.url);
  });

  test('is none where the palette alone is open', async () => {
    expect(await inFront(browser, [palette])).toBeUndefined();
  });
});

test('of several windows before the palette Chromium tells which was used last', async () => {
  expect(await inFront(chromium, [palette, bucket, docs])).toBe(bucket.url);
});

test('of several windows before the palette Firefox does not tell which was used last, and none is guessed', async () => {
  expect(await inFront(firefox, [palette, bucket, docs])).toBeUndefined();
});
