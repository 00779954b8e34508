import { expect, test } from 'vitest';
import { parsePortalAddress } from '../../../lib/model/portal';
import { hasLostItsRoute, isStillWaiting } from '../../../lib/model/waiting-launch';

const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');
const portal = parsed.address.startUrl;
const launch = { portal, link: `${portal}/#/console?account_id=111111111111`, tabId: 1, atMs: 0 };

test.each([
  [`${portal}/`, true],
  [`${portal}/#/`, true],
  [`${portal}/?state=x#/?tab=accounts`, true],
  [launch.link, false],
  [`${portal}/#/console?account_id=111111111111&destination=x`, false],
  ['https://eu-west-1.signin.aws/platform/login', false],
  ['https://console.aws.amazon.com/', false],
  ['https://d-1234567890.awsapps.com.evil.example/', false],
])('a launch whose tab is at %s has lost its route: %s', (address, isLost) => {
  expect(hasLostItsRoute(launch, address)).toBe(isLost);
});

test('nobody waits for a console longer than a quarter of an hour', () => {
  expect([isStillWaiting(launch, 14 * 60_000), isStillWaiting(launch, 16 * 60_000)]).toEqual([true, false]);
});
