import { expect, test } from 'vitest';
import type { AccountId } from '../../../lib/model/account';
import { parseSessionArn } from '../../../lib/model/arn';
import { parseConsolePage } from '../../../lib/model/console-url';
import type { Identity } from '../../../lib/model/identity';
import { type Sighting, reachable } from '../../../lib/console/doubt';

const dev = '222222222222' as AccountId;
const prod = '111111111111' as AccountId;
const known: Identity = { state: 'known', account: dev, principal: undefined, source: 'meta' };

function sighting(identity: Identity, over?: 'stale' | 'ended', signedIn?: string): Sighting {
  const url = parseConsolePage('https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1');
  if (!url) throw new Error('the address should be a console’s');
  const cookie = signedIn === undefined ? undefined : parseSessionArn(signedIn);
  return { standing: { identity, over }, evidence: { url, meta: 'absent', cookie, sessions: [] } };
}

const admin = `arn:aws:sts::${prod}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jane`;
const inAdmin = { role: 'Admin', region: 'eu-west-1' };

test('a page that is somebody’s for sure reaches no other account', () => {
  expect([...reachable(sighting(known, undefined, admin))]).toEqual([]);
  expect([...reachable(sighting(known, 'ended'))]).toEqual([]);
});

test('a page that was replaced reaches whoever is signed in now, in that role', () => {
  expect([...reachable(sighting(known, 'stale', admin))]).toEqual([[prod, inAdmin]]);
});

test('a page that contradicts itself reaches each account that it names, and whoever is signed in', () => {
  const conflict: Identity = { state: 'conflict', claims: [dev, prod] };
  expect([...reachable(sighting(conflict, undefined, admin))]).toEqual([
    [dev, { region: 'eu-west-1' }],
    [prod, inAdmin],
  ]);
});

test('a page of which nothing is known reaches whoever is signed in', () => {
  const unknown: Identity = { state: 'unknown', why: 'broken-metadata' };
  expect([...reachable(sighting(unknown, undefined, admin))]).toEqual([[prod, inAdmin]]);
  expect([...reachable(sighting(unknown))]).toEqual([]);
});

test('of a user, who has no role, the account alone counts', () => {
  const user = `arn:aws:iam::${prod}:user/jane`;
  expect([...reachable(sighting(known, 'stale', user))]).toEqual([[prod, { role: undefined, region: 'eu-west-1' }]]);
});
