import { describe, expect, test } from 'vitest';
import { federationUrl, isFederationLocation } from '../../../lib/model/federation';

const location = 'https://eu-west-1.signin.aws.amazon.com/federation';
const issuer = 'https://d-1234567890.awsapps.com/start';

describe('where a sign-in token may go', () => {
  test.each([location, 'https://signin.aws.amazon.com/federation'])('%s is AWS’s own sign-in', (address) => {
    expect(isFederationLocation(address, 'aws')).toBe(true);
  });

  test.each([
    'http://signin.aws.amazon.com/federation',
    'https://signin.aws.amazon.com:8443/federation',
    'https://user@signin.aws.amazon.com/federation',
    'https://signin.aws.amazon.com/federation?next=https://evil.example',
    'https://signin.aws.amazon.com/federation/../oauth',
    'https://signin.aws.amazon.com.evil.example/federation',
    'https://evil.signin.aws.amazon.com/federation',
    'https://signin.amazonaws.cn/federation',
    'javascript:alert(1)',
    '',
  ])('"%s" is not', (address) => {
    expect(isFederationLocation(address, 'aws')).toBe(false);
  });

  test('each partition has its own', () => {
    expect(isFederationLocation('https://signin.amazonaws.cn/federation', 'aws-cn')).toBe(true);
    expect(isFederationLocation('https://signin.amazonaws-us-gov.com/federation', 'aws-us-gov')).toBe(true);
  });
});

describe('the address that signs in', () => {
  const read = (destination: string | undefined, relayState?: string): URLSearchParams =>
    new URL(federationUrl({ location, token: 't&=', relayState }, { issuer, destination, partition: 'aws-us-gov' }))
      .searchParams;
  const page = 'https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1#x';
  const named = 'https://console.aws.amazon.com/ec2/home';

  test('names token, issuer and page', () => {
    expect(Object.fromEntries(read(page))).toEqual({
      Action: 'login',
      SigninToken: 't&=',
      Issuer: issuer,
      Destination: page,
    });
  });

  test('leads to the page asked for, else the permission set’s, else the home page', () => {
    expect(read(page, named).get('Destination')).toBe(page);
    expect(read(undefined, named).get('Destination')).toBe(named);
    expect(read(undefined).get('Destination')).toBe('https://console.amazonaws-us-gov.com/');
  });

  test('leads nowhere but to a console', () => {
    expect(read('https://evil.example/', 'https://evil.example/').get('Destination')).toBe(
      'https://console.amazonaws-us-gov.com/',
    );
  });
});
