import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AccountId } from '../../../lib/model/account';
import { defaultPreferences, dressed, type Look } from '../../../lib/model/look';

type Changes = Record<string, { newValue?: unknown }>;

const shop = '111111111111' as AccountId;
const bank = '222222222222' as AccountId;
const lookOf = (id: AccountId, label: string): Look => dressed(id, { label }, defaultPreferences);
const records = (...all: [AccountId, string][]): Map<AccountId, Look> =>
  new Map(all.map(([id, label]) => [id, lookOf(id, label)]));

/** As many as are expected at all. */
const crowd = records(
  ...Array.from({ length: 16 }, (_, at): [AccountId, string] => [`9000000000${10 + at}` as AccountId, 'One of many']),
);

let asked: string[][];
let release: () => void;

/** The browser's own storage, which answers when it is released. */
beforeEach(() => {
  const items = new Map<string, unknown>();
  const listeners = new Set<(changes: Changes, area: string) => void>();
  const tell = (changes: Changes): void => listeners.forEach((listen) => listen(changes, 'local'));
  let isOpen = Promise.resolve();
  asked = [];
  release = () => undefined;
  const local = {
    async get(keys: string | string[]) {
      asked.push([keys].flat());
      const found = [keys].flat().flatMap((key) => (items.has(key) ? [[key, items.get(key)] as const] : []));
      await isOpen;
      return structuredClone(Object.fromEntries(found));
    },
    async set(next: Record<string, unknown>) {
      for (const [key, value] of Object.entries(next)) items.set(key, structuredClone(value));
      tell(Object.fromEntries(Object.entries(next).map(([key, newValue]) => [key, { newValue }])));
    },
    async remove(keys: string[]) {
      for (const key of keys) items.delete(key);
      tell(Object.fromEntries(keys.map((key) => [key, {}])));
    },
    hold: () => void (isOpen = new Promise((open) => (release = open))),
  };
  const onChanged = { addListener: (listen: never) => listeners.add(listen), removeListener: () => undefined };
  vi.stubGlobal('chrome', { storage: { local, onChanged } });
  vi.resetModules();
});

async function setUp() {
  const { looks } = await import('../../../lib/browser/looks');
  const { createLooksReader } = await import('../../../lib/browser/looks-reader');
  return { looks, read: () => createLooksReader({ take: () => undefined }) };
}

interface Local {
  set(items: Record<string, unknown>): Promise<void>;
  hold(): void;
}

function storage(): Local {
  return (Reflect.get(globalThis, 'chrome') as { storage: { local: Local } }).storage.local;
}

describe('a console tab that asks for looks at its start', () => {
  test('does not ask again for an account that was expected', async () => {
    const { looks, read } = await setUp();
    await looks.write(records([shop, 'Shop']));
    asked = [];
    const reader = read();
    expect((await reader.readLook(shop))?.label).toBe('Shop');
    expect(asked).toHaveLength(1);
  });

  test('asks for the record of one that was not', async () => {
    const { looks, read } = await setUp();
    await looks.write(crowd);
    await looks.write(records([bank, 'Bank']));
    const reader = read();
    expect((await reader.readLook(bank))?.label).toBe('Bank');
    expect(asked.at(-1)).toEqual([`look:${bank}`]);
    expect(await reader.readLook(shop)).toBeNull();
  });

  test('expects the account whose console is opened', async () => {
    const { looks, read } = await setUp();
    await looks.write(crowd);
    await looks.write(records([bank, 'Bank']));
    await looks.expect(bank);
    asked = [];
    expect((await read().readLook(bank))?.label).toBe('Bank');
    expect(asked).toHaveLength(1);
  });

  test('is told what was written since, and not what it read before', async () => {
    const { looks, read } = await setUp();
    await looks.write(records([shop, 'Shop']));
    const reader = read();
    const told: (string | undefined)[] = [];
    reader.onLook((_, look) => void told.push(look?.label), new AbortController().signal);
    await looks.write(records([shop, 'Till']));
    expect(told).toEqual(['Till']);
    expect((await reader.readLook(shop))?.label).toBe('Till');
  });

  test('has no record of an account that left the list', async () => {
    const { looks, read } = await setUp();
    await looks.write(records([shop, 'Shop'], [bank, 'Bank']));
    await looks.remove([shop]);
    const reader = read();
    expect(await reader.readLook(shop)).toBeNull();
    expect((await reader.readLook(bank))?.label).toBe('Bank');
  });

  test.each([
    ['a look that is none', null],
    ['a layer that is none', { ...lookOf(shop, 'Shop'), layers: [null] }],
  ])('loses nothing by %s among those that are expected', async (_, look) => {
    const { looks, read } = await setUp();
    await looks.write(records([shop, 'Shop'], [bank, 'Bank']));
    await storage().set({ 'expected-looks': [{ account: shop, look }] });
    expect((await read().readLook(shop))?.label).toBe('Shop');
    await looks.write(records([bank, 'Bench']));
    expect((await read().readLook(bank))?.label).toBe('Bench');
  });

  test('waits for the answer to its first question before it asks another', async () => {
    const { looks, read } = await setUp();
    await looks.write(records([shop, 'Shop']));
    storage().hold();
    asked = [];
    const look = read().readLook(shop);
    release();
    expect((await look)?.label).toBe('Shop');
    expect(asked).toHaveLength(1);
  });
});
