import { describe, expect, test } from 'vitest';
import { emptyDirectory } from '../../../lib/model/snapshot';
import { type Status, unreadStatus } from '../../../lib/model/status';
import { caughtUp } from '../../../lib/state/caught-up';
import { createWelcome, type WelcomeWorld } from '../../../lib/state/welcome';
import { parsePortalAddress } from '../../../lib/model/portal';

const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
if (!parsed.ok) throw new Error('not a portal');
const { startUrl } = parsed.address;
const failed = { state: 'failed', failure: { reason: 'sign-in', portal: startUrl, problem: 'bad-token' } } as const;

/** Something that is read when the test says so. */
function later<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((settle, refuse) => ([resolve, reject] = [settle, refuse]));
  return { promise, resolve, reject };
}

describe('a page that follows what is stored', () => {
  test('shows what was written last, whichever of two readings takes longer', async () => {
    const portal = { startUrl, region: 'eu-west-1', partition: 'aws', name: '' } as const;
    const readings = [later<void>(), later<void>()];
    let asked = 0;
    const statuses: Status[] = [unreadStatus, withSignIn(failed)];
    const world = {
      readStatus: async () => statuses[asked] ?? unreadStatus,
      async read() {
        const reading = readings[asked++];
        await reading?.promise;
        return { directory: { ...emptyDirectory, portals: [portal] } };
      },
      now: () => 0,
    } as unknown as WelcomeWorld;
    const page = createWelcome(world);
    const both = Promise.all([page.load(), page.load()]);
    readings[1]?.resolve();
    await new Promise((turn) => setImmediate(turn));
    readings[0]?.resolve();
    await both;
    expect(page.summary.value.portals[0]?.signIn).toEqual(failed);
  });

  test('reads once more for all that was asked meanwhile, and settles then', async () => {
    const readings = [later<void>(), later<void>()];
    let runs = 0;
    const load = caughtUp(() => readings[runs++]?.promise ?? Promise.resolve());
    void load();
    const asked = [load(), load(), load()];
    let isSettled = false;
    void Promise.all(asked).then(() => (isSettled = true));
    readings[0]?.resolve();
    await new Promise((turn) => setImmediate(turn));
    expect([runs, isSettled]).toEqual([2, false]);
    readings[1]?.resolve();
    await Promise.all(asked);
    expect(runs).toBe(2);
  });

  test('reads again as soon as a reading has ended, and after one that failed', async () => {
    let runs = 0;
    const load = caughtUp(async () => {
      runs += 1;
      if (runs === 2) throw new Error('unreadable');
    });
    await load();
    await expect(load()).rejects.toThrow('unreadable');
    await load();
    expect(runs).toBe(3);
  });
});

function withSignIn(signIn: Status['portals'][number]['signIn']): Status {
  const crawl = { state: 'none', accounts: 0, accountsWithRoles: 0, added: 0, removed: 0 } as const;
  const own = { portal: startUrl, via: undefined, endsAtMs: undefined, renewsItself: false, isOver: false, user: '' };
  return { ...unreadStatus, portals: [{ ...own, signIn, crawl } as unknown as Status['portals'][number]] };
}
