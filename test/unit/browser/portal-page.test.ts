// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type PortalPage, watchPortalPage } from '../../../lib/browser/portal-page';

const COOKIE = 'x-amz-sso_authn';
let told: PortalPage[];
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  ending = new AbortController();
  document.head.innerHTML = '<meta name="region" content="eu-west-1">';
  document.body.innerHTML = '<table role="treegrid"></table>';
});
afterEach(() => {
  ending.abort();
  document.cookie = `${COOKIE}=; max-age=0`;
  vi.useRealTimers();
});

function watch(): void {
  watchPortalPage(document, async (now) => (told.push(now), 'taken'), ending.signal);
}

test('a list of accounts, and no token within five seconds: it is where no script reads it', async () => {
  watch();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(told.at(-1)).toMatchObject({ token: undefined, isTokenHidden: false });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(told.at(-1)).toMatchObject({ token: undefined, isTokenHidden: true });
});

test('a token that was there and went is a sign-out, whatever the page goes on showing', async () => {
  document.cookie = `${COOKIE}=token`;
  watch();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told.at(-1)).toMatchObject({ token: 'token', isTokenHidden: false });
  document.cookie = `${COOKIE}=; max-age=0`;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told.at(-1)).toMatchObject({ token: undefined, isTokenHidden: false });
});
