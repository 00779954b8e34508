import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copySecret } from '../../../lib/browser/secret-clipboard';
import { succeed } from '../../../lib/model/failure';

let clipboard = '';

beforeEach(() => {
  clipboard = '';
  vi.useFakeTimers();
  vi.stubGlobal(
    'ClipboardItem',
    class {
      constructor(readonly held: Readonly<Record<string, Promise<Blob>>>) {}
    },
  );
  vi.stubGlobal('navigator', {
    clipboard: {
      async write([item]: readonly { readonly held: Readonly<Record<string, Promise<Blob>>> }[]) {
        clipboard = (await (await item?.held['text/plain'])?.text()) ?? '';
      },
      writeText: async (text: string) => void (clipboard = text),
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a secret is on the clipboard for a minute, counted from the last one that was copied', async () => {
  await copySecret(async () => succeed({ text: 'first' }));
  expect(clipboard).toBe('first');
  await vi.advanceTimersByTimeAsync(55_000);
  await copySecret(async () => succeed({ text: 'second' }));
  await vi.advanceTimersByTimeAsync(55_000);
  expect(clipboard).toBe('second');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(clipboard).toBe('');
});
