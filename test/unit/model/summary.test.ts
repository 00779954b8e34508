import { describe, expect, test } from 'vitest';
import type { Directory } from '../../../lib/model/directory';
import type { Failure } from '../../../lib/model/failure';
import { parsePortalAddress } from '../../../lib/model/portal';
import type { PortalStatus } from '../../../lib/model/status';
import { summarise } from '../../../lib/model/summary';

const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');
const portal = parsed.address.startUrl;
const nowMs = Date.UTC(2030, 0, 1);
const directory: Directory = {
  portals: [{ startUrl: portal, region: 'eu-west-1', partition: 'aws', name: '' }],
  accounts: [],
  apps: [],
};

/** What is said of a sign-in that failed, where there is a session and where there is none. */
function said(failure: Failure, hasSession: boolean): unknown {
  const crawl = { state: 'none', accounts: 0, accountsWithRoles: 0, added: 0, removed: 0 } as const;
  const session = hasSession ? { via: 'oidc', isOver: false, endsAtMs: nowMs + 3_600_000 } : { isOver: true };
  const own = { portal, user: '', renewsItself: false, signIn: { state: 'failed', failure }, crawl, ...session };
  const status = { revision: 1, storage: 'ok', portals: [own as unknown as PortalStatus] } as const;
  return summarise(directory, status, nowMs).portals[0]?.signIn;
}

describe('a sign-in that failed', () => {
  test.each<[reason: string, failure: Failure, isSaidWithSession: boolean]>([
    ['for want of a network', { reason: 'network', detail: 'unreachable' }, false],
    ['because AWS was asked too often', { reason: 'throttled', retryAtMs: nowMs }, false],
    ['by AWS’s word', { reason: 'sign-in', portal, problem: 'denied' }, true],
  ])('%s is told while nobody is signed in, and with a session where it still means something', (_, failure, is) => {
    const told = { state: 'failed', failure };
    expect(said(failure, false)).toEqual(told);
    expect(said(failure, true)).toEqual(is ? told : undefined);
  });
});
