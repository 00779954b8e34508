import { describe, expect, test } from 'vitest';
import { parseAccountId, parseRoleName } from '../../../lib/model/account';
import {
  appLink,
  canBeIn,
  consoleLink,
  parsePortalAddress,
  portalName,
  shortPortalName,
  type StartUrl,
} from '../../../lib/model/portal';

const accepted: readonly (readonly [input: string, startUrl: string, region: string | undefined, partition: string])[] =
  [
    ['https://d-1234567890.awsapps.com/start', 'https://d-1234567890.awsapps.com/start', undefined, 'aws'],
    ['  HTTPS://Example.AWSAPPS.com/start/#/?tab=accounts ', 'https://example.awsapps.com/start', undefined, 'aws'],
    ['example.awsapps.com', 'https://example.awsapps.com/start', undefined, 'aws'],
    ['https://d-1234567890.awsapps.com./start#/', 'https://d-1234567890.awsapps.com/start', undefined, 'aws'],
    ['d-1234567890.awsapps.com:443/start', 'https://d-1234567890.awsapps.com/start', undefined, 'aws'],
    [
      '\u200B\uFEFF https://d-1234567890.awsapps.com/start\u200B',
      'https://d-1234567890.awsapps.com/start',
      undefined,
      'aws',
    ],
    [
      'https://ssoins-1111222233334444.portal.us-east-1.app.aws/',
      'https://ssoins-1111222233334444.portal.us-east-1.app.aws',
      'us-east-1',
      'aws',
    ],
    [
      'https://ssoins-1111222233334444.eu-west-1.portal.amazonaws.com/#/console?account_id=1',
      'https://ssoins-1111222233334444.eu-west-1.portal.amazonaws.com',
      'eu-west-1',
      'aws',
    ],
    [
      'https://ssoins-1111222233334444.us-gov-west-1.portal.amazonaws.com',
      'https://ssoins-1111222233334444.us-gov-west-1.portal.amazonaws.com',
      'us-gov-west-1',
      'aws-us-gov',
    ],
    [
      'https://ssoins-1111222233334444.cn-north-1.portal.amazonaws.com.cn/',
      'https://ssoins-1111222233334444.cn-north-1.portal.amazonaws.com.cn',
      'cn-north-1',
      'aws-cn',
    ],
    [
      'https://ssoins-1111222233334444.portal.cn-north-1.app.amazonwebservices.com.cn/',
      'https://ssoins-1111222233334444.portal.cn-north-1.app.amazonwebservices.com.cn',
      'cn-north-1',
      'aws-cn',
    ],
    [
      'https://ssoins-1111222233334444.eusc-de-east-1.portal.amazonaws.eu/',
      'https://ssoins-1111222233334444.eusc-de-east-1.portal.amazonaws.eu',
      'eusc-de-east-1',
      'aws-eusc',
    ],
    [
      'https://ssoins-1111222233334444.portal.eusc-de-east-1.api.amazonwebservices.eu/',
      'https://ssoins-1111222233334444.portal.eusc-de-east-1.api.amazonwebservices.eu',
      'eusc-de-east-1',
      'aws-eusc',
    ],
    [
      'https://start.us-gov-home.awsapps.com/directory/d-1234567890',
      'https://start.us-gov-home.awsapps.com/directory/d-1234567890',
      undefined,
      'aws-us-gov',
    ],
    [
      'HTTPS://START.US-GOV-HOME.AWSAPPS.COM/DIRECTORY/D-9067F1D2E3',
      'https://start.us-gov-home.awsapps.com/directory/d-9067f1d2e3',
      undefined,
      'aws-us-gov',
    ],
    [
      'https://start.us-gov-home.awsapps.com/directory/Example',
      'https://start.us-gov-home.awsapps.com/directory/Example',
      undefined,
      'aws-us-gov',
    ],
    [
      'https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/example/#/',
      'https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/example',
      'us-gov-west-1',
      'aws-us-gov',
    ],
    [
      'https://start.cn-northwest-1.home.awsapps.cn/directory/d-1234567890',
      'https://start.cn-northwest-1.home.awsapps.cn/directory/d-1234567890',
      'cn-northwest-1',
      'aws-cn',
    ],
    [
      'https://start.home.awsapps.cn/directory/d-1234567890',
      'https://start.home.awsapps.cn/directory/d-1234567890',
      undefined,
      'aws-cn',
    ],
  ];

const refused: readonly (readonly [input: string, problem: string])[] = [
  ['', 'empty'],
  ['   ', 'empty'],
  [' \u200B ', 'empty'],
  ['d-1.awsapps.com:8443/start', 'has-port'],
  ['http://d-1234567890.awsapps.com/start', 'not-https'],
  ['https://awsapps.com.evil.example/start', 'not-aws'],
  ['https://evil-awsapps.com/start', 'not-aws'],
  ['https://awsapps.com/start', 'not-aws'],
  ['https://a.b.awsapps.com/start', 'not-aws'],
  ['https://user:pw@d-1.awsapps.com', 'has-credentials'],
  ['https://d-1.awsapps.com:8443', 'has-port'],
  ['https://d-1.\u0430wsapps.com/start', 'not-aws'],
  ['javascript:alert(1)', 'not-https'],
  ['data:text/html,x', 'not-https'],
  ['file:///etc/passwd', 'not-https'],
  ['chrome-extension://abc/popup.html', 'not-https'],
  [`https://d-1.awsapps.com/${'x'.repeat(10_000)}`, 'too-long'],
  ['https://sso.example.com/', 'not-aws'],
  ['https://exa mple', 'not-a-url'],
  ['https://aa-example.account-access.eu-west-1.app.aws/#/console', 'account-access'],
  ['https://identitycenter.amazonaws.com/ssoins-1111222233334444', 'issuer'],
  ['https://ssoins-1.portal.mars-north-1.app.aws/', 'unknown-region'],
  ['https://ssoins-1.eu-west-1.portal.amazonaws.com.cn/', 'unknown-region'],
  ['https://start.us-gov-home.awsapps.com/', 'incomplete'],
];

describe('the address of an access portal', () => {
  test.each(accepted)('accepts %s', (input, startUrl, region, partition) => {
    expect(parsePortalAddress(input)).toMatchObject({ ok: true, address: { startUrl, region, partition } });
  });

  test.each(refused)('refuses %s with the reason', (input, problem) => {
    expect(parsePortalAddress(input)).toEqual({ ok: false, problem });
  });
});

describe('the short name of a portal', () => {
  test.each([
    ['https://example.awsapps.com/start', 'example'],
    ['https://ssoins-1111222233334444.portal.us-east-1.app.aws', 'ssoins-1111222233334444'],
    ['https://start.us-gov-home.awsapps.com/directory/d-1234567890', 'd-1234567890'],
  ])('of %s is %s', (startUrl, name) => {
    expect(shortPortalName(startUrl as StartUrl)).toBe(name);
  });
});

describe('a portal', () => {
  const portals = ['https://d-1234567890.awsapps.com/start', 'https://ssoins-1234.eu-west-1.portal.amazonaws.com/'];

  test.each([
    [0, 'eu-west-1', true],
    [0, 'cn-north-1', false],
    [1, 'eu-west-1', true],
    [1, 'us-east-1', false],
  ])('can be in the region of its host, else in those of its partition: %d, %s', (at, region, isSo) => {
    const parsed = parsePortalAddress(portals[at] ?? '');
    expect(parsed.ok && canBeIn(parsed.address, region)).toBe(isSo);
  });

  test('is known by its name, else by what is its own in its address', () => {
    const [startUrl] = portals as StartUrl[];
    expect(startUrl && portalName({ startUrl, name: 'Work' })).toBe('Work');
    expect(startUrl && portalName({ startUrl, name: '' })).toBe('d-1234567890');
  });

  test.each(['https://somebody@d-1234567890.awsapps.com/start', 'https://:secret@d-1234567890.awsapps.com/start'])(
    'has no credentials in its address: %s',
    (address) => {
      expect(parsePortalAddress(address)).toEqual({ ok: false, problem: 'has-credentials' });
    },
  );
});

describe('links into the portal', () => {
  const portal = 'https://d-1234567890.awsapps.com/start' as StartUrl;

  test('a console link has exactly one role_name, however hostile the role', () => {
    const accountId = parseAccountId('111111111111');
    const roleName = parseRoleName('a/../b&role_name=Admin#%2f');
    if (!accountId || !roleName) throw new Error('both names are meant to parse');
    const link = new URL(
      consoleLink(portal, {
        accountId,
        roleName,
        destination: 'https://console.aws.amazon.com/s3/home?region=eu-west-1',
      }),
    );
    const query = new URLSearchParams(link.hash.replace('#/console?', ''));
    expect(query.getAll('role_name')).toEqual(['a/../b&role_name=Admin#%2f']);
    expect(query.get('account_id')).toBe('111111111111');
    expect(query.get('destination')).toBe('https://console.aws.amazon.com/s3/home?region=eu-west-1');
  });

  test('a console link says nothing of a role or page that is not named', () => {
    const accountId = parseAccountId('111111111111');
    expect(accountId && consoleLink(portal, { accountId })).toBe(`${portal}/#/console?account_id=111111111111`);
  });

  test('an application without a name is linked by its id in place of it, as it is listed', () => {
    expect(appLink(portal, { id: 'ins-aaaa5555bbbb6666', name: '' })).toBe(
      `${portal}/#/saml/default/ins-aaaa5555bbbb6666/ins-aaaa5555bbbb6666`,
    );
  });

  test("an application's link encodes brackets and quotes", () => {
    expect(appLink(portal, { id: 'ins-aaaa5555bbbb6666', name: "Joe's (old*) app!" })).toBe(
      'https://d-1234567890.awsapps.com/start/#/saml/default/Joe%27s%20%28old%2A%29%20app%21/ins-aaaa5555bbbb6666',
    );
  });
});
