import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesFor } from '../../../lib/model/places';
import { OWN_FORMAT, parseSettings, SETTINGS_VERSION } from '../../../lib/model/settings-document';
import type { SettingsDocument } from '../../../lib/model/settings-document';
import { factKey, type FactKind, factKinds } from '../../../lib/model/settings-facts';
import { compareStamps, type Stamp, stampAfter } from '../../../lib/model/stamp';
import {
  areSame,
  documentFrom,
  merged,
  observed,
  type Observer,
  type SyncedFact,
  type SyncedFacts,
} from '../../../lib/model/synced-facts';
import { parseSyncedText, syncedText } from '../../../lib/model/synced-text';
import { waitMs } from '../../../lib/model/write-budget';
import { pack } from '../../../lib/worker/pack';

const stamp = fc.record({ ms: fc.nat(5), count: fc.nat(2), by: fc.constantFrom('a', 'b', 'c') });
const fact = fc.record({
  kind: fc.constantFrom<FactKind>('accounts', 'preferences', 'pins'),
  of: fc.constantFrom('1', '2', '3'),
  field: fc.constantFrom('label', 'note'),
  value: fc.option(fc.constantFrom<unknown>('x', 'y', true, { a: 1, b: 2 }, { b: 2, a: 1 }), { nil: undefined }),
  at: stamp,
});
const facts = fc.array(fact, { maxLength: 12 }).map((all): SyncedFacts => mapOf(all));

function mapOf(all: readonly SyncedFact[]): SyncedFacts {
  return new Map(all.map((one) => [factKey(one), one]));
}

function read(settings: Record<string, unknown>): SettingsDocument {
  const result = parseSettings(
    JSON.parse(JSON.stringify({ format: OWN_FORMAT, version: SETTINGS_VERSION, ...settings })),
  );
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.document;
}

const here: Observer = { nowMs: 1_000, by: 'a', isHeld: () => false, unapplied: new Map() };
const portal = 'https://d-1234567890.awsapps.com/start';
const pin = (name: string): string => `role|${portal}|111111111111|${name}`;
const whole = read({
  portals: [{ startUrl: portal, region: 'eu-west-1', name: 'Work' }],
  preferences: { guardProduction: true },
  pins: ['C', 'A', 'B'].map(pin),
  hidden: [`account|${portal}|111111111111`],
  accounts: { '111111111111': { label: 'Pay', colour: '#aa0000' } },
  groups: [{ name: 'Team', accounts: ['111111111111'] }],
  chainedRoles: [{ accountId: '222222222222', roleName: 'Deploy' }],
  rules: [
    { id: 'one', place: 1, when: { name: 'prod' }, set: { level: 'production', guard: true } },
    { id: 'two', place: 2, when: { ids: ['111111111111'] }, set: { colour: '#00aa00' } },
  ],
});

describe('settings of several browsers, merged', () => {
  test('come to the same in whatever order they meet', () => {
    fc.assert(
      fc.property(facts, facts, facts, (one, other, third) => {
        expect(areSame(merged(one, other), merged(other, one))).toBe(true);
        expect(areSame(merged(merged(one, other), third), merged(one, merged(other, third)))).toBe(true);
        expect(areSame(merged(one, one), one)).toBe(true);
        expect(areSame(merged(merged(one, other), other), merged(one, other))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('are of each fact the one that was set last', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        for (const [key, { at }] of merged(one, other))
          for (const seen of [one.get(key), other.get(key)])
            expect(seen === undefined || compareStamps(at, seen.at) >= 0).toBe(true);
      }),
    );
  });

  test('come back as the document that they were seen in', () => {
    expect(documentFrom(observed(new Map(), whole, here), [])).toEqual(whole);
  });

  test('are the very same facts where nothing was changed', () => {
    const seen = observed(new Map(), whole, here);
    expect(observed(seen, whole, { ...here, nowMs: 9_000, by: 'b' })).toBe(seen);
  });

  test('stamp what was changed and nothing else', () => {
    const seen = observed(new Map(), whole, here);
    const next = observed(seen, { ...whole, pins: whole.pins.slice(1), accounts: {} }, { ...here, nowMs: 2_000 });
    const changed = [...next].filter(([key, { at }]) => compareStamps(at, seen.get(key)?.at ?? at) !== 0);
    expect(changed.map(([, { kind, field, value }]) => [kind, field, value])).toEqual([
      ['pins', '', undefined],
      ['accounts', 'label', undefined],
      ['accounts', 'colour', undefined],
      ['pins', '@', undefined],
    ]);
  });

  test('leave out what is the organisation’s, and do not take for an edit what could not be taken over', () => {
    const seen = observed(new Map(), whole, { ...here, isHeld: ({ kind }) => kind === 'portals' });
    expect([...seen.values()].filter(({ kind }) => kind === 'portals')).toEqual([]);
    const key = factKey({ kind: 'accounts', of: '111111111111', field: 'label' });
    const all = observed(new Map(), whole, here);
    const without = { ...whole, accounts: {} };
    const colour = factKey({ kind: 'accounts', of: '111111111111', field: 'colour' });
    const next = observed(all, without, { ...here, unapplied: new Map([[key, '']]) });
    expect([next.get(key)?.value, next.get(colour)?.value]).toEqual(['Pay', undefined]);
  });

  test('take back a note with a key in it that an older Burgee shared', () => {
    const account = '111111111111';
    const noted = { ...whole, accounts: { [account]: { note: 'key AKIAIOSFODNN7EXAMPLE' } } };
    const key = factKey({ kind: 'accounts', of: account, field: 'note' });
    const [old] = observed(new Map(), { ...whole, accounts: { [account]: { note: 'x' } } }, here);
    if (!old) throw new Error('nothing was seen');
    const shared = new Map([
      [key, { ...old[1], kind: 'accounts' as const, of: account, field: 'note', value: 'key AKIAIOSFODNN7EXAMPLE' }],
    ]);
    const next = observed(shared, noted, { ...here, nowMs: 2_000 });
    expect(next.get(key)).toMatchObject({ value: undefined, at: { ms: 2_000 } });
    expect(syncedText(next)).not.toContain('AKIA');
    expect(observed(next, noted, { ...here, nowMs: 3_000 })).toBe(next);
  });
});

describe('a stamp', () => {
  test('is always after those that were seen, whatever the clock says', () => {
    fc.assert(
      fc.property(stamp, fc.integer({ min: -1e15, max: 1e18 }), (last: Stamp, nowMs) => {
        expect(compareStamps(stampAfter(last, nowMs, 'a'), last)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('places in a list', () => {
  test('ascend in its order, and moving one thing changes one place', () => {
    const names = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 2 });
    fc.assert(
      fc.property(names, fc.nat(9), fc.nat(9), (order, from, to) => {
        const before = placesFor(order, new Map());
        const moved = order
          .toSpliced(from % order.length, 1)
          .toSpliced(to % order.length, 0, order[from % order.length] ?? '');
        const after = placesFor(moved, before);
        const places = moved.map((name) => after.get(name) ?? Number.NaN);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(new Set(places).size).toBe(moved.length);
        expect(order.filter((name) => before.get(name) !== after.get(name)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('are made anew where there is no room left between two', () => {
    let order = ['a', 'b'];
    let places = placesFor(order, new Map());
    for (let at = 0; at < 200; at++) {
      order = order.toSpliced(1, 0, `n${at}`);
      places = placesFor(order, places);
    }
    expect(order.map((name) => places.get(name))).toEqual([...places.values()].toSorted((one, other) => one - other));
  });
});

describe('the shared settings as text', () => {
  const seen = observed(new Map(), whole, here);

  test('come back as they went out', () => {
    const result = parseSyncedText(syncedText(seen));
    expect(result.ok && areSame(result.facts, seen)).toBe(true);
  });

  test('of a newer Burgee are told apart from what is wrong', () => {
    const text = syncedText(seen);
    expect(parseSyncedText(text.replace(/"version":\d+/, '"version":999'))).toEqual({ ok: false, problem: 'newer' });
    expect(parseSyncedText('[]')).toEqual({ ok: false, problem: 'wrong' });
  });

  test('with wrong facts among them lose those alone', () => {
    const text = JSON.parse(syncedText(seen)) as { facts: unknown[][] };
    const wrong = [
      ...factKinds.map((_, kind) => [kind, 'x', 'y', 0, 0, 0, { evil: true }]),
      [4, '111111111111', 'colour', 0, 0, 0, 'red;background:url(https://evil.example)'],
      [4, '__proto__', 'label', 0, 0, 0, 'x'],
      [4, '333333333333', 'note', 0, 0, 0, 'use AKIAIOSFODNN7EXAMPLE'],
      [
        0,
        'https://awsapps.com.evil.example/start',
        '',
        0,
        0,
        0,
        { startUrl: 'https://awsapps.com.evil.example/start' },
      ],
      [99, 'x', '', 0, 0, 0, true],
      null,
      [4, '333333333333', 'label', -1e20, 0, 0, 'x'],
    ];
    const result = parseSyncedText(JSON.stringify({ ...text, facts: [...text.facts, ...wrong] }));
    expect(result.ok && areSame(result.facts, seen)).toBe(true);
    expect(Reflect.get({}, 'label')).toBeUndefined();
  });

  test('of any nonsense throw nothing and come to a document', () => {
    const row = fc.tuple(
      fc.oneof(fc.nat(8), fc.jsonValue({ maxDepth: 1 })),
      fc.oneof(fc.constantFrom('111111111111', portal, pin('A'), '__proto__'), fc.string()),
      fc.oneof(fc.constantFrom('', '@', 'label', 'place', 'when', 'set.colour', 'guardProduction'), fc.string()),
      fc.oneof(fc.nat(), fc.jsonValue({ maxDepth: 1 })),
      fc.nat(3),
      fc.nat(2),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const document = fc.record({
      version: fc.oneof(fc.constant(SETTINGS_VERSION), fc.jsonValue({ maxDepth: 1 })),
      browsers: fc.oneof(fc.constant(['a', 'b']), fc.jsonValue({ maxDepth: 1 })),
      fromMs: fc.oneof(fc.constant(0), fc.jsonValue({ maxDepth: 1 })),
      facts: fc.oneof(fc.array(row), fc.jsonValue({ maxDepth: 2 })),
    });
    fc.assert(
      fc.property(fc.oneof(document, fc.jsonValue()), (value) => {
        const result = parseSyncedText(JSON.stringify(value));
        const found = documentFrom(result.ok ? result.facts : seen, []);
        expect(read(JSON.parse(JSON.stringify(found)) as Record<string, unknown>)).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test('are made small and whole again, whatever signs are in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 3_000 }), async (text) => {
        const sound = text.toWellFormed();
        const small = await pack.small(sound);
        expect(small).toMatch(/^[\w+/=]*$/);
        expect(await pack.whole(small)).toBe(sound);
      }),
      { numRuns: 50 },
    );
    expect(await pack.whole('nonsense!')).toBeUndefined();
  });
});

describe('the budget of writes', () => {
  test('lets no more than 30 items a minute through', () => {
    expect(waitMs([], 30, 0)).toBe(0);
    expect(waitMs([[0, 20]], 10, 5_000)).toBe(0);
    expect(waitMs([[0, 20]], 11, 5_000)).toBeGreaterThanOrEqual(55_000);
    expect(waitMs([[1e12, 30]], 10, 5_000)).toBe(0);
  });
});
