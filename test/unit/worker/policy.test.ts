import { describe, expect, test } from 'vitest';
import type { ManagedArea } from '../../../lib/browser/managed';
import { createPolicy } from '../../../lib/worker/policy';

/** What an administrator set, and a disk that remembers. */
function setUp() {
  const world = { told: {} as Awaited<ReturnType<ManagedArea['read']>>, remembered: undefined as unknown };
  const managed: ManagedArea = { read: async () => world.told, onChange: () => undefined };
  const memory = {
    record: async () => world.remembered,
    putRecord: async (_: 'policy', value: unknown) => void (world.remembered = value),
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
