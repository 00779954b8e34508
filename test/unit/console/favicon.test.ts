// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { flagIcon, showIcon } from '../../../lib/console/favicon';

const icon = flagIcon('#c8102e', true);

test.each([
  ['in the head only', '<link rel="icon" href="/a.ico">', ''],
  ['in the body too', '<link rel="icon" href="/a.ico">', '<link rel="icon" href="/b.ico">'],
])('where a page has its icons %s, ours is the last of the head, and the head is changed once', (_, head, body) => {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  const observer = new MutationObserver(() => undefined);
  observer.observe(document.head, { childList: true });
  showIcon(document, icon);
  expect(observer.takeRecords()).toHaveLength(1);
  expect(document.head.lastElementChild?.getAttribute('href')).toBe(icon);
  for (const other of document.querySelectorAll('link[href$=ico]')) expect(other.getAttribute('media')).toBe('not all');
  showIcon(document, icon);
  expect(observer.takeRecords()).toEqual([]);
});
