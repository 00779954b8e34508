import { expect, test } from 'vitest';
import { parseAskedLaunch } from '../../../lib/model/asked-launch';

const key = 'role|https://d-1234567890.awsapps.com/start|111111111111|Admin';

test.each([
  [{ key, destination: undefined, where: 'tab' }],
  [{ key, destination: 'https://console.aws.amazon.com/s3/home', where: 'window' }],
  [{ key, destination: undefined, where: 12 }],
])('what was asked comes back as it was: %j', (asked) => {
  expect(parseAskedLaunch(asked)).toEqual(asked);
});

test.each([
  [undefined],
  ['tab'],
  [{ key: 'nonsense', where: 'tab' }],
  [{ key, where: 'moon' }],
  [{ key, where: -1 }],
  [{ key, where: 1.5 }],
])('%j asks nothing', (raw) => {
  expect(parseAskedLaunch(raw)).toBeUndefined();
});
