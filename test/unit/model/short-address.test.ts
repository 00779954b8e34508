import { describe, expect, test } from 'vitest';
import { parseShortAddress } from '../../../lib/model/short-address';

describe('an organisation’s short address for its portal', () => {
  test.each([
    ['https://sso.example.com/', 'https://sso.example.com/'],
    [' aws.example.com ', 'https://aws.example.com/'],
    ['aws.example.com:443/start', 'https://aws.example.com/start'],
    ['\u200Bhttps://aws.example.com', 'https://aws.example.com/'],
    ['https://go.example.com/aws?x=1', 'https://go.example.com/aws?x=1'],
  ])('%s may be followed', (typed, address) => {
    expect(parseShortAddress(typed)).toBe(address);
  });

  test.each([
    ['plain http', 'http://sso.example.com/'],
    ['a password in it', 'https://user:pw@sso.example.com/'],
    ['a port', 'https://sso.example.com:8443/'],
    ['a port and no scheme', 'sso.example.com:8443'],
    ['no host with a name', 'https://192.0.2.1/'],
    ['no host with a dot', 'https://sso/'],
    ['another scheme', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['a look-alike', 'https://awsapps.com.evil.example/start'],
    ['a look-alike in a label', 'https://evil-awsapps.com/start'],
    ['a bucket of anybody’s', 'https://bucket.s3.amazonaws.com/'],
    ['a console', 'https://console.aws.amazon.com/'],
    ['letters of another script', 'https://\u0430ws.example/'],
    ['words', 'payments prod'],
    ['nothing', ''],
  ])('with %s is not followed: %s', (_, typed) => {
    expect(parseShortAddress(typed)).toBeUndefined();
  });
});
