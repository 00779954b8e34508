// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { keepPresent } from '../../../lib/console/presence';

test('a page fights only what it has had: what comes into its root before that is no loss', async () => {
  const ending = new AbortController();
  const element = document.createElement('div');
  const html = document.documentElement;
  const beats: boolean[] = [];
  let isTime = false;
  const insist = (): void => void (isTime && element.parentNode !== html && html.append(element));
  keepPresent(
    document,
    element,
    { insist, reset: () => {}, beat: (isFought) => void beats.push(isFought) },
    ending.signal,
  );

  /** Each is told by itself. */
  async function changes(count: number): Promise<void> {
    for (let turn = 0; turn < count; turn += 1) {
      html.append(document.createElement('p'));
      await new Promise((told) => setTimeout(told));
    }
  }

  await changes(10);
  expect(beats).not.toContain(true);
  isTime = true;
  await changes(1);
  await expect.poll(() => element.parentNode).toBe(html);
  isTime = false;
  element.remove();
  await changes(10);
  ending.abort();
  expect(beats).toContain(true);
});
