// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BadgeChoices } from '../../../lib/console/badge';
import { createLabel, type Label } from '../../../lib/console/label';
import { viewOf } from '../../../lib/console/view';

const none = (): undefined => undefined;
const choices: BadgeChoices = { menu: none, offers: none, wantsMenu: none, signInAgain: none, renew: none };
let ending: AbortController;
let label: Label;

beforeEach(() => {
  // The environment has no popovers.
  Object.assign(HTMLElement.prototype, { showPopover: none, hidePopover: none });
  document.body.replaceChildren(document.createElement('main'));
  ending = new AbortController();
  label = createLabel(document, ending.signal);
  label.show(
    viewOf({ state: 'unknown', why: 'no-evidence' }, null, '', { over: undefined, ending: undefined }),
    choices,
  );
});

afterEach(() => label.element.remove());

test('raising it puts it in where the page had nothing to show until then, and not a second time', () => {
  label.element.remove();
  label.raise();
  expect(label.element.isConnected).toBe(true);
  label.element.remove();
  label.raise();
  expect(label.element.isConnected).toBe(false);
});

test.each<[what: string, act: () => void]>([
  ['raises it', () => label.raise()],
  ['hints', () => label.hint('late', '#112233')],
  ['insists', () => label.insist()],
])('once its script has ended nothing puts it back: what %s neither', (_, act) => {
  label.element.remove();
  ending.abort();
  act();
  expect(label.element.isConnected).toBe(false);
});
