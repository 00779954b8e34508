// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Ears } from '../../../lib/console/ears';
import { startGuard } from '../../../lib/console/guard';
import { parseAccountId } from '../../../lib/model/account';

const one = parseAccountId('111111111111');
const other = parseAccountId('222222222222');

/** A guarded page with a button that deletes; `press` tells whether the guard asked, and `allow` answers that it may. */
function guarded() {
  const ears: Ears = { on: () => undefined, again: () => undefined };
  const page = { account: one };
  let isAsked = false;
  let allow = (): void => undefined;
  const ask = (_: string, allowed: () => void): void => ((isAsked = true), void (allow = allowed));
  let judge: (event: Event) => void = () => undefined;
  startGuard({
    page: document,
    ears,
    signal: new AbortController().signal,
    guards: (own) => void (judge = own),
    isOn: () => true,
    isSure: () => true,
    ask,
    warn: () => undefined,
    inside: () => null,
    isOurs: () => false,
    whose: () => page.account ?? '',
  });
  const button = Object.assign(document.createElement('button'), { textContent: 'Delete' });
  const press = (): boolean => {
    isAsked = false;
    const event = new MouseEvent('click', { cancelable: true });
    Object.defineProperties(event, { isTrusted: { value: true }, composedPath: { value: () => [button] } });
    judge(event);
    return isAsked;
  };
  return { page, press, allow: () => allow() };
}

test('what was confirmed for one account holds for that one alone', () => {
  const { page, press, allow } = guarded();
  expect(press()).toBe(true);
  allow();
  expect(press()).toBe(false);
  page.account = other;
  expect(press()).toBe(true);
  page.account = undefined;
  expect(press()).toBe(true);
  page.account = one;
  expect(press()).toBe(false);
});

test('an answer counts for the account that was asked about', () => {
  const { page, press, allow } = guarded();
  press();
  page.account = other;
  allow();
  expect(press()).toBe(true);
});

test('a page whose account nobody knows is asked about too, and anew once it is known', () => {
  const { page, press, allow } = guarded();
  page.account = undefined;
  expect(press()).toBe(true);
  allow();
  expect(press()).toBe(false);
  page.account = one;
  expect(press()).toBe(true);
});
