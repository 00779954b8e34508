import { describe, expect, test } from 'vitest';
import type { ManagedArea } from '../../../lib/browser/managed';
import { createPolicy } from '../../../lib/worker/policy';

/** What an administrator set, and a disk that remembers. */
function setUp() {
  const world = {
    told: {} as Awaited<ReturnType<ManagedArea['read']>>,
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
  return { world, start: () => createPolicy(managed, memory) };
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
    expect((await start().read()).isPresent).toBe(false);
    world.told = 'unreadable';
    expect((await start().read()).isPresent).toBe(false);
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
