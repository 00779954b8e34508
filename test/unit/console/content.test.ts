// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { awaitContent } from '../../../lib/console/content';

let come: number;
let ending: AbortController;

beforeEach(() => {
  document.body.replaceChildren();
  come = 0;
  ending = new AbortController();
});
afterEach(() => ending.abort());

const content = (): (() => boolean) => awaitContent(document, () => void (come += 1), ending.signal);
const told = (): Promise<void> => new Promise((turn) => setTimeout(turn));

test.each([
  ['an element', () => document.body.append(document.createElement('main'))],
  ['words', () => document.body.append('Please wait')],
  ['words that come later', () => document.body.firstChild && (document.body.firstChild.nodeValue += 'Please wait')],
])('%s is something to show, and is told once', async (_, show) => {
  document.body.append('\n');
  const has = content();
  expect([has(), has()]).toEqual([false, false]);
  show();
  await told();
  expect([has(), come]).toEqual([true, 1]);
});

test('blanks in a body, and what comes into the head, are nothing to show', async () => {
  const has = content();
  has();
  document.body.append('\n  ');
  document.head.append(document.createElement('style'));
  await told();
  expect([has(), come]).toEqual([false, 0]);
});

test('nothing is told once all has ended', async () => {
  content()();
  ending.abort();
  document.body.append(document.createElement('main'));
  await told();
  expect(come).toBe(0);
});

test('an end that comes with the content, before it is told, is heeded', async () => {
  const first = new MutationObserver(() => ending.abort());
  first.observe(document.body, { childList: true });
  content()();
  document.body.append(document.createElement('main'));
  await told();
  first.disconnect();
  expect(come).toBe(0);
});
