import { expect, test } from 'vitest';
import { readEvidence } from '../../../lib/console/evidence';

const a = 'arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jane';
const b = a.replace('111111111111', '222222222222');
const written = (arn: string, more: object = {}): string => `aws-userInfo=${JSON.stringify({ ...more, arn })}`;
const encoded = (arn: string): string => written(arn).replace(/\{.*/, encodeURIComponent);

function cookieIn(cookies: readonly string[]): string | undefined {
  const page = { location: { href: 'https://eu-west-1.console.aws.amazon.com/' }, querySelectorAll: () => [] };
  const { cookie, doubt } = readEvidence(page as unknown as Document, cookies) ?? {};
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
