import { describe, expect, test } from 'vitest';
import type { ManagedArea } from '../../../lib/browser/managed';
import { createPolicy } from '../../../lib/worker/policy';

/** What an administrator set, and a disk that remembers. */
function setUp() {
  const world = {
    told: {} as Awaited<ReturnType<ManagedArea['read']>> | Promise<Record<string, unknown>>,
    changes: 0,
    remembered: undefined as unknown,
    disk: 'whole',
  };
  const managed: ManagedArea = { read: async () => world.told, onChange: () => undefined };
  const memory = {
    async record() {
      if (world.disk === 'unreadable') throw new Error('unreadable');
      return world.remembered;
    },
    async putRecord(_: 'policy', value: unknown) {
      if (world.disk !== 'whole') throw new Error('full');
      world.remembered = value;
    },
  };
  return { world, start: () => createPolicy(managed, memory, () => (world.changes += 1)) };
}

/** What the browser tells when the test says so. */
function toldLater() {
  let resolve: (told: Record<string, unknown>) => void = () => undefined;
  const promise = new Promise<Record<string, unknown>>((settle) => (resolve = settle));
  return { promise, resolve };
}

describe('a policy that the browser fails to tell', () => {
  test('is none where there never was one', async () => {
    const { world, start } = setUp();
    world.told = 'unreadable';
    expect((await start().read()).isPresent).toBe(false);
  });

  test('holds on as it was told last, also after a start of the browser', async () => {
    const { world, start } = setUp();
    world.told = { copyCredentials: false, locked: ['copyCredentials'] };
    await start().read();
    world.told = 'unreadable';
    expect(await start().isLocked('copyCredentials')).toBe(true);
  });

  test('is forgotten once the browser says that there is none', async () => {
    const { world, start } = setUp();
    world.told = { copyCredentials: false, locked: ['copyCredentials'] };
    await start().read();
    world.told = {};
    const policy = start();
    await policy.read();
    await expect.poll(() => world.changes).toBe(1);
    expect((await policy.read()).isPresent).toBe(false);
    world.told = 'unreadable';
    expect((await start().read()).isPresent).toBe(false);
  });
});

describe('a browser that takes its time to tell the policy', () => {
  const locking = { copyCredentials: false, locked: ['copyCredentials'] };

  test('keeps nobody waiting who was told before that there is none', async () => {
    const { world, start } = setUp();
    await start().read();
    world.told = new Promise(() => undefined);
    expect((await start().read()).isPresent).toBe(false);
  });

  test('loosens nothing meanwhile', async () => {
    const { world, start } = setUp();
    world.told = locking;
    await start().read();
    world.told = new Promise(() => undefined);
    expect(await start().isLocked('copyCredentials')).toBe(true);
  });

  test('is waited for where it never told any', async () => {
    const { world, start } = setUp();
    const telling = toldLater();
    world.told = telling.promise;
    const asked = start().isLocked('copyCredentials');
    telling.resolve(locking);
    expect(await asked).toBe(true);
  });

  test('is heard once it tells something else, and only then', async () => {
    const { world, start } = setUp();
    await start().read();
    const same = start();
    await same.read();
    await same.askAgain();
    expect(world.changes).toBe(0);
    const telling = toldLater();
    world.told = telling.promise;
    const policy = start();
    expect(await policy.isLocked('copyCredentials')).toBe(false);
    telling.resolve(locking);
    await expect.poll(() => world.changes).toBe(1);
    expect(await policy.isLocked('copyCredentials')).toBe(true);
  });

  test('does not overtake what it told since', async () => {
    const { world, start } = setUp();
    await start().read();
    const telling = toldLater();
    world.told = telling.promise;
    const policy = start();
    await policy.read();
    world.told = locking;
    await policy.askAgain();
    telling.resolve({});
    await telling.promise;
    await new Promise((turn) => setImmediate(turn));
    expect(world.changes).toBe(0);
    expect(await policy.isLocked('copyCredentials')).toBe(true);
  });
});

describe('a disk that fails', () => {
  test('takes nothing from what the browser told', async () => {
    const { world, start } = setUp();
    world.told = { copyCredentials: false, locked: ['copyCredentials'] };
    world.disk = 'full';
    expect(await start().isLocked('copyCredentials')).toBe(true);
  });

  test('is asked again, once it failed', async () => {
    const { world, start } = setUp();
    world.told = { copyCredentials: false, locked: ['copyCredentials'] };
    world.disk = 'unreadable';
    const policy = start();
    await expect(policy.read()).rejects.toThrow('unreadable');
    world.disk = 'whole';
    expect(await policy.isLocked('copyCredentials')).toBe(true);
  });
});
