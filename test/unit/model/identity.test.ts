import { describe, expect, test } from 'vitest';
import { parseAccountId } from '../../../lib/model/account';
import { parseSessionArn } from '../../../lib/model/arn';
import { parseConsolePage, parseConsoleUrl, withoutSession } from '../../../lib/model/console-url';
import { type Evidence, identify, identifyByPage, parseSessionData, parseUserInfo } from '../../../lib/model/identity';

const a = '111111111111';
const b = '222222222222';
const arnOf = (account: string, role = 'AdministratorAccess'): string =>
  `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_${role}_0123456789abcdef/user@example.com`;
const metaOf = (account: string, more: object = {}): ReturnType<typeof parseSessionData> =>
  parseSessionData(
    JSON.stringify({ accountId: account, sessionARN: arnOf(account), prismModeEnabled: false, ...more }),
  );
const cookieOf = (account: string): ReturnType<typeof parseUserInfo> =>
  parseUserInfo(encodeURIComponent(JSON.stringify({ arn: arnOf(account) })));

function evidence(address: string, rest: Partial<Evidence>): Evidence {
  const url = parseConsoleUrl(address);
  if (!url) throw new Error(`${address} is a console address`);
  return { url, meta: 'absent', cookie: undefined, sessions: [], ...rest };
}
const strange = parseConsolePage('https://evil.eu-west-1.console.aws.amazon.com/s3/home');
const plain = 'https://eu-west-1.console.aws.amazon.com/s3/home';
const multi = (account: string): string => `https://${account}-abcd1234.eu-west-1.console.aws.amazon.com/s3/home`;

describe('addresses of consoles', () => {
  test.each([
    ['https://console.aws.amazon.com/console/home', 'aws', undefined, undefined],
    ['https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:', 'aws', 'eu-west-1', undefined],
    [
      'https://111111111111-abcd1234.eu-west-1.console.aws.amazon.com/s3/home',
      'aws',
      'eu-west-1',
      '111111111111-abcd1234',
    ],
    ['https://s3.console.aws.amazon.com/s3/buckets?region=us-east-1', 'aws', 'us-east-1', undefined],
    ['https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-2#/roles', 'aws', 'us-east-2', undefined],
    ['https://health.aws.amazon.com/health/home', 'aws', undefined, undefined],
    ['https://us-gov-east-1.console.amazonaws-us-gov.com/ec2/home', 'aws-us-gov', 'us-gov-east-1', undefined],
    ['https://cn-northwest-1.console.amazonaws.cn/ec2/home', 'aws-cn', 'cn-northwest-1', undefined],
    ['https://eusc-de-east-1.console.amazonaws-eusc.eu/console/home', 'aws-eusc', 'eusc-de-east-1', undefined],
  ])('%s', (address, partition, region, session) => {
    expect(parseConsoleUrl(address)).toMatchObject({ partition, region, session });
  });

  test.each([
    'https://console.aws.amazon.com.evil.example/',
    'https://docs.aws.amazon.com/console',
    'http://console.aws.amazon.com/',
    'https://console.aws.amazon.com@evil.example/',
    'https://console.aws.amazon.com:8443/',
    'https://xconsole.aws.amazon.com/',
    '//console.aws.amazon.com/',
    'https://evil.eu-west-1.console.aws.amazon.com/',
    'https://111111111111-ABCD.eu-west-1.console.aws.amazon.com.x/',
    'javascript:alert(1)',
    'https://somebody@console.aws.amazon.com/',
    'https://:secret@console.aws.amazon.com/',
    'https://a111111111111-abcd1234.eu-west-1.console.aws.amazon.com/',
    'https://1s3.console.aws.amazon.com/',
    'https://s3_.console.aws.amazon.com/',
    `https://${'s'.repeat(32)}.console.aws.amazon.com/`,
  ])('%s is none', (address) => {
    expect(parseConsoleUrl(address)).toBeUndefined();
    expect(withoutSession(address)).toBeUndefined();
  });

  test.each(['1eu-west-1', 'eu-west-1.', 'eu-west-', 'europe-west-1', ''])('name no region by %j', (region) => {
    const address = `https://console.aws.amazon.com/ec2/home?region=${region}`;
    expect(parseConsoleUrl(address)?.region).toBeUndefined();
  });

  test('name a region of any number', () => {
    const address = 'https://ap-southeast-12.console.aws.amazon.com/';
    expect(parseConsoleUrl(address)?.region).toBe('ap-southeast-12');
  });

  test('lose the multi-session prefix as a destination', () => {
    expect(
      withoutSession('https://111111111111-abcd1234.eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1#x'),
    ).toBe('https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1#x');
  });
});

describe('the session cookie', () => {
  const arn = arnOf(a);
  const plainJson = JSON.stringify({ arn, alias: 'a%22b', username: 'assumed-role%2FX%2Fy%40z' });
  test.each([
    ['percent-encoded', encodeURIComponent(plainJson)],
    ['plain', plainJson],
    ['encoded twice', encodeURIComponent(encodeURIComponent(plainJson))],
    ['in quotes', `"${encodeURIComponent(plainJson)}"`],
    ['written as forms are', encodeURIComponent(plainJson).replaceAll('%2C', '%2C+')],
  ])('is understood when it is %s', (_, value) => {
    expect(parseUserInfo(value)).toEqual(parseSessionArn(arn));
  });

  test('keeps the plus in a name, where it is written as one', () => {
    const named = arn.replace('user@', 'user+test@');
    const json = `{"arn": "${named}"}`;
    for (const value of [
      json,
      encodeURI(json),
      encodeURIComponent(json),
      encodeURIComponent(json).replaceAll('%20', '+'),
    ])
      expect(parseUserInfo(value)).toEqual(parseSessionArn(named));
  });

  test('is not read where it is longer than any', () => {
    expect(parseUserInfo(JSON.stringify({ arn, more: 'x'.repeat(20_000) }))).toBeUndefined();
  });

  test.each(['', '%', '%7B', 'null', '[]', '{"arn":7}', '{"arn":"arn:aws:s3:::bucket"}', '"x"'])(
    'says nothing when it is %j',
    (value) => {
      expect(parseUserInfo(value)).toBeUndefined();
    },
  );
});

describe('whose tab it is', () => {
  test('metadata without an ARN is enough, and its display name tells the permission set', () => {
    const meta = parseSessionData(
      JSON.stringify({ accountId: a, displayName: 'AWSReservedSSO_Read_Only_0123456789abcdef/jane' }),
    );
    expect(identify(evidence(plain, { meta }))).toMatchObject({ account: a, principal: { name: 'Read_Only' } });
    const bare = parseSessionData(JSON.stringify({ accountId: a, displayName: 'jane' }));
    expect(identify(evidence(plain, { meta: bare }))).toMatchObject({ account: a, principal: undefined });
  });

  test.each([undefined, null, ''])('metadata whose ARN is %j has none', (sessionARN) => {
    const meta = parseSessionData(JSON.stringify({ accountId: a, sessionARN }));
    expect(identify(evidence(plain, { meta }))).toMatchObject({ account: a, principal: undefined });
  });

  test('the account’s own name is told with it', () => {
    const meta = metaOf(a, { accountAlias: 'acme-pay' });
    expect(identify(evidence(plain, { meta }))).toMatchObject({ account: a, alias: 'acme-pay' });
  });

  test('the metadata says, with the permission set’s name', () => {
    expect(identify(evidence(plain, { meta: metaOf(a), cookie: cookieOf(a) }))).toMatchObject({
      state: 'known',
      account: a,
      principal: { kind: 'permission-set', name: 'AdministratorAccess', user: 'user@example.com' },
    });
  });

  test('before any cookie is known only what page and address say counts', () => {
    const multiMeta = metaOf(a, { prismModeEnabled: true, sessionDifferentiator: `${a}-abcd1234` });
    expect(identifyByPage(evidence(plain, { meta: metaOf(a) }))).toMatchObject({ state: 'known', account: a });
    expect(identifyByPage(evidence(multi(a), { meta: multiMeta }))).toMatchObject({ state: 'known', account: a });
    expect(identifyByPage(evidence(multi(b), { meta: metaOf(a) }))).toMatchObject({ state: 'conflict' });
    expect(identifyByPage(evidence(multi(a), { cookie: cookieOf(b) }))).toMatchObject({ state: 'known', account: a });
    expect(identifyByPage(evidence(plain, { cookie: cookieOf(a) }))).toBeUndefined();
    expect(identifyByPage(evidence(plain, { meta: 'broken' }))).toBeUndefined();
  });

  test('in a multi-session tab the shared cookie may name another session', () => {
    const meta = metaOf(a, { prismModeEnabled: true, sessionDifferentiator: `${a}-abcd1234` });
    expect(identify(evidence(multi(a), { meta, cookie: cookieOf(b) }))).toMatchObject({ state: 'known', account: a });
    expect(identify(evidence(multi(a), { cookie: cookieOf(b) }))).toMatchObject({
      state: 'known',
      account: a,
      principal: undefined,
    });
  });

  test.each([true, 'true', false])('in a tab whose host names a session the shared cookie says nothing: %j', (mode) => {
    const meta = metaOf(a, { prismModeEnabled: mode });
    expect(identify(evidence(multi(a), { meta, cookie: cookieOf(b) }))).toMatchObject({ state: 'known', account: a });
  });

  test('multi-session mode is told by a word, too', () => {
    const meta = metaOf(a, { prismModeEnabled: 'true' });
    expect(identify(evidence(plain, { meta, cookie: cookieOf(b) }))).toMatchObject({ state: 'known', account: a });
  });

  test('a session of another account than the metadata’s makes a conflict, unless a role was switched there', () => {
    const ofB = { prismModeEnabled: true, sessionDifferentiator: `${b}-abcd1234` };
    const role = `arn:aws:sts::${a}:assumed-role/Deploy/jane`;
    expect(identify(evidence(multi(b), { meta: metaOf(a, ofB) })).state).toBe('conflict');
    expect(identify(evidence(multi(b), { meta: metaOf(a, { ...ofB, sessionARN: role }) })).state).toBe('known');
  });

  test('two that should agree and do not make a conflict', () => {
    expect(identify(evidence(multi(b), { meta: metaOf(a) })).state).toBe('conflict');
    expect(identify(evidence(plain, { meta: metaOf(a), cookie: cookieOf(b) })).state).toBe('conflict');
    expect(identify(evidence(plain, { meta: metaOf(a, { sessionARN: arnOf(b) }) })).state).toBe('conflict');
  });

  test('without metadata the cookie says, without anything nobody does', () => {
    expect(identify(evidence(plain, { cookie: cookieOf(a) }))).toMatchObject({
      state: 'known',
      account: a,
    });
    expect(identify(evidence(plain, {}))).toMatchObject({ state: 'unknown' });
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '{"accountId":111111111111}',
    '{"accountId":"1111"}',
    `{"accountId":"${a}","sessionARN":7}`,
    `{"accountId":"${a}","x":"${'y'.repeat(30_000)}"}`,
  ])('metadata like %.40s is broken, and the tab unknown', (content) => {
    expect(identify(evidence(plain, { meta: parseSessionData(content), cookie: cookieOf(a) })).state).toBe('unknown');
  });

  test('a switched role is its own account’s', () => {
    const meta = metaOf(b, { sessionARN: `arn:aws:sts::${b}:assumed-role/OrganizationAccountAccessRole/jane` });
    expect(identify(evidence(plain, { meta, cookie: cookieOf(a) }))).toMatchObject({
      state: 'known',
      account: b,
      principal: { kind: 'role', name: 'OrganizationAccountAccessRole' },
    });
  });

  test.each([
    [`arn:aws:iam::${a}:root`, { kind: 'root' }],
    [`arn:aws:iam::${a}:user/teams/jane`, { kind: 'user', name: 'teams/jane' }],
    [
      `arn:aws-us-gov:sts::${a}:assumed-role/AWSReservedSSO_Read_Only-Access_0123456789abcdef/x`,
      { kind: 'permission-set', name: 'Read_Only-Access', user: 'x' },
    ],
    [`arn:aws-cn:sts::${a}:assumed-role/Deploy/ci`, { kind: 'role', name: 'Deploy', user: 'ci' }],
  ])('%s is understood', (arn, principal) => {
    expect(parseSessionArn(arn)).toEqual({ account: a, principal });
  });

  test.each<[what: string, address: string, evidence: Partial<Evidence>, says: object]>([
    ['by its session data', plain, { meta: metaOf(a), cookie: cookieOf(a) }, { source: 'meta' }],
    ['by its host', multi(a), { cookie: cookieOf(a), sessions: [`${a}-abcd1234`] }, { source: 'host' }],
    ['by the cookie', plain, { cookie: cookieOf(a) }, { source: 'cookie' }],
  ])('it tells how sure it is: %s', (_, address, rest, says) => {
    expect(identify(evidence(address, rest))).toMatchObject({ state: 'known', account: a, ...says });
  });

  test.each<[why: string, address: string, evidence: Partial<Evidence>]>([
    ['no-evidence', plain, {}],
    ['broken-metadata', plain, { meta: 'broken', cookie: cookieOf(a) }],
    ['strange-address', plain, { ...(strange && { url: strange }), meta: metaOf(a) }],
    ['several-sessions', plain, { cookie: cookieOf(a), sessions: [`${a}-abcd1234`, `${b}-abcd1234`] }],
  ])('it tells why it does not know: %s', (why, address, rest) => {
    expect(identify(evidence(address, rest))).toEqual({ state: 'unknown', why });
  });

  test.each<[what: string, address: string, evidence: Partial<Evidence>]>([
    ['session data and the cookie', plain, { meta: metaOf(a), cookie: cookieOf(b) }],
    ['session data and the host', multi(b), { meta: metaOf(a) }],
    ['account and role of the session data', plain, { meta: metaOf(a, { sessionARN: arnOf(b) }) }],
    ['the cookie and the console’s menu', plain, { cookie: cookieOf(a), menu: parseAccountId(b) }],
    ['the host and the console’s menu', multi(a), { menu: parseAccountId(b), sessions: [`${a}-abcd1234`] }],
  ])('it tells what contradicts: %s', (_, address, rest) => {
    expect(identify(evidence(address, rest))).toEqual({ state: 'conflict', claims: [a, b] });
  });
});
