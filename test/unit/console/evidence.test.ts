import { expect, test } from 'vitest';
import { isEarly, isOfSession, readEvidence, sessionCookies, sessionMark } from '../../../lib/console/evidence';
import type { Evidence } from '../../../lib/model/identity';

const a = 'arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jane';
const b = a.replace('111111111111', '222222222222');
const written = (arn: string, more: object = {}): string => `aws-userInfo=${JSON.stringify({ ...more, arn })}`;
const encoded = (arn: string): string => written(arn).replace(/\{.*/, encodeURIComponent);

/** A console page with these tags of session data in its head. */
function pageWith(...tags: readonly string[]): Document {
  const all = tags.map((content) => ({ getAttribute: () => content }));
  const page = { location: { href: 'https://eu-west-1.console.aws.amazon.com/' }, querySelectorAll: () => all };
  return page as unknown as Document;
}

function cookieIn(cookies: readonly string[]): string | undefined {
  const { cookie, doubt } = readEvidence(pageWith(), cookies) ?? {};
  return cookie?.account ?? doubt;
}

test.each([
  ['alone', [written(a)], '111111111111'],
  ['beside cookies of other names', ['aws-userInfo-signed=x', encoded(a), 'aws-userInfos=y'], '111111111111'],
  ['twice, each written in its own way', [written(a, { keybase: 'x' }), encoded(a)], '111111111111'],
  ['beside an empty one', ['aws-userInfo=', written(a), 'aws-userInfo=""'], '111111111111'],
  ['written as forms are', [encoded(a).replaceAll('%2C', '%2C+')], '111111111111'],
  ['beside one that says otherwise', [written(a), written(b)], 'disputed'],
  ['beside one of another role', [written(a), written(a.replace('Admin', 'Read'))], 'disputed'],
  ['beside one that can’t be read', ['aws-userInfo=%7B%22arn', written(a)], 'disputed'],
  ['cut off', [encoded(a).slice(0, -9)], 'broken'],
  ['without an ARN', ['aws-userInfo={}'], 'broken'],
  ['empty', ['aws-userInfo=""'], undefined],
  ['gone', ['aws-userInfo-signed=x'], undefined],
])('a session cookie that is %s', (_, cookies, says) => {
  expect(cookieIn(cookies)).toBe(says);
});

const meta = (account: string): string => JSON.stringify({ accountId: account });

test.each([
  ['none', [], 'absent'],
  ['one', [meta('111111111111')], '111111111111'],
  ['two that say the same', [meta('111111111111'), meta('111111111111')], '111111111111'],
  ['two that do not', [meta('111111111111'), meta('222222222222')], 'broken'],
  ['an empty one', [''], 'broken'],
])('of tags with session data there is %s', (_, tags, says) => {
  const read = readEvidence(pageWith(...tags), [])?.meta;
  expect(typeof read === 'object' ? read.account : read).toBe(says);
});

test('the console’s own menu is looked into where the page has no session data, and not else', () => {
  const looked: Document[] = [];
  const menu = (page: Document): undefined => void looked.push(page);
  const bare = pageWith();
  for (const page of [bare, pageWith(meta('111111111111')), pageWith('{')]) readEvidence(page, [], menu);
  expect(looked).toEqual([bare]);
});

test('each open session is known by the name of its cookie', () => {
  const cookies = ['111111111111-abcd1234=1', '222222222222-zzzz9999', 'x=1', 'y-111111111111-abcd1234=1'];
  const { sessions } = readEvidence(
    pageWith(),
    cookies.map((cookie) => `__Secure-aws-session-id-${cookie}`).concat('111111111111-abcd1234=1'),
  ) as Evidence;
  expect(sessions).toEqual(['111111111111-abcd1234', '222222222222-zzzz9999']);
});

test('what changes in other cookies is no change of the session, and neither is their order', () => {
  const marker = '__Secure-aws-session-id-111111111111-abcd1234=1';
  const cookies = ['noflush=1', written(a), marker];
  expect(sessionCookies(cookies)).toBe(sessionCookies([marker, 'noflush=2', written(a), 'aws-userInfo-signed=x']));
  expect(sessionCookies(cookies)).not.toBe(sessionCookies([marker]));
  expect(sessionCookies(cookies)).not.toBe(sessionCookies([written(a)]));
});

test('a cookie is the session’s by its name alone, too', () => {
  const names = ['aws-userInfo', '__Secure-aws-session-id-111111111111-abcd1234', 'aws-userInfo-signed', 'aws-userInf'];
  expect(names.map(isOfSession)).toEqual([true, true, false, false]);
});

test('one sign-in is told from the next by its cookie, and nothing is told where there is none', () => {
  const mark = sessionMark([written(a, { keybase: 'one' }), 'x=1']);
  expect(mark).toBe(sessionMark(['x=2', written(a, { keybase: 'one' })]));
  expect(mark).not.toBe(sessionMark([written(a, { keybase: 'two' })]));
  expect(sessionMark(['x=1', 'aws-userInfo-signed=x'])).toBe('');
});

test.each([
  [{ meta: 'absent', readyState: 'loading', body: null }, true],
  [{ meta: 'absent', readyState: 'loading', body: {} }, false],
  [{ meta: 'absent', readyState: 'interactive', body: null }, false],
  [{ meta: 'broken', readyState: 'loading', body: null }, false],
])('a page is early until its head has come: %j', ({ meta: said, ...page }, isSo) => {
  expect(isEarly(page as Document, { meta: said } as Evidence)).toBe(isSo);
});
