import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../lib/model/canonical-json';
import { bytesOf, syncQuota } from '../../../lib/model/generation';
import type { SettingsDocument } from '../../../lib/model/settings-document';
import { factsOf } from '../../../lib/model/settings-facts';
import type { EntryKey } from '../../../lib/model/entry';
import type { SyncProblem, SyncStatus } from '../../../lib/model/sync-status';
import { isLong } from '../../e2e/how-long';
import { parseColour } from '../../../lib/model/colour';
import { parsePortalAddress, type StartUrl } from '../../../lib/model/portal';
import { parseRules, type Rule, withRule } from '../../../lib/model/rule';
import { createRandom } from '../../organisation/random';
import { busiestMinute, createClock, createSyncCloud } from './strict-sync-area';
import { createSyncedBrowser, nothingSet } from './synced-browser';

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 0, 5, 9);

const id = (number: number): string => String(100_000_000_000 + number);

/** What is set, whatever order it was set in. */
function settingsOf(document: SettingsDocument): string[] {
  return [...factsOf(document)].map(([key, { value }]) => `${key} ${canonicalJson(value)}`).toSorted();
}

function world(seed: number, { browsers = 2, skewMs = 0, skewsMs = [] as readonly number[] } = {}) {
  const { next, below, pick } = createRandom(seed);
  const clock = createClock(START_MS);
  const cloud = createSyncCloud(clock, {
    random: next,
    slowestMs: pick([100, 5_000, 60_000]),
    conflictsGoTo: pick(['server', 'client'] as const),
  });
  const all = Array.from({ length: browsers }, (_, at) =>
    createSyncedBrowser(clock, cloud, next, skewsMs[at] ?? Math.round((next() - 0.5) * 2 * skewMs)),
  );
  const [one, other] = all;
  if (!one || !other) throw new Error('one browser alone is not in step with anything');
  return { clock, cloud, all, one, other, next, below, pick };
}

const portal = 'https://d-1234567890.awsapps.com/start';
function portalAt(address: string): StartUrl {
  const result = parsePortalAddress(address);
  if (!result.ok) throw new Error(address);
  return result.address.startUrl;
}
const pinOf = (name: string): EntryKey => `role|${portal}|${id(1)}|${name}` as EntryKey;

function shuffled<Item>(items: readonly Item[], below: (limit: number) => number): Item[] {
  const [item] = items.slice(-1);
  return item === undefined ? [] : items.slice(0, -1).toSpliced(below(items.length), 0, item);
}

/** One rule somewhere else; the others keep their places. */
function moved(rules: readonly Rule[], below: (limit: number) => number): readonly Rule[] {
  const from = below(rules.length);
  const rule = rules[from];
  return rule ? withRule(rules, rule, below(rules.length - 1)) : rules;
}

function recoloured(rules: readonly Rule[], below: (limit: number) => number): readonly Rule[] {
  const at = below(rules.length);
  const colour = parseColour(`#${below(0xff_ff_ff).toString(16).padStart(6, '0')}`);
  return rules.map((rule, other) => (other === at && colour ? { ...rule, set: { ...rule.set, colour } } : rule));
}

/** Accounts whose label and note were only ever set together, and are apart. */
function tornIn({ accounts }: SettingsDocument, together: ReadonlyMap<string, string>): string[] {
  return Object.entries(accounts).flatMap(([of, { label, note }]) =>
    together.has(`accounts ${of} label`) && (label ?? '').includes('-') && label !== note
      ? [`${of} ${label} ${note}`]
      : [],
  );
}

/** So many rules, as a person with that many accounts has them, and a label for every fifth account. */
function manyRules(count: number): SettingsDocument {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const rules = numbers.map((at) => ({
    id: `rule-${(at * 48_271).toString(36)}`,
    when:
      at % 2 ? { ids: [id(at)] } : { name: `team-${at % 37}-${['prod', 'staging', 'dev'][at % 3]}-*`, role: 'Admin*' },
    set: {
      label: `Team ${at % 37} {name} ${at}`,
      colour: `#${(at * 7_919 + 4_099).toString(16).padStart(6, '0').slice(-6)}`,
      ...(at % 3 ? { region: 'eu-west-1' } : { guard: true, level: 'production' as const }),
    },
  }));
  const accounts = numbers.filter((at) => at % 5 === 0).map((at) => [id(at), { label: `Account ${at}` }]);
  return {
    ...nothingSet,
    rules: parseRules(rules),
    accounts: Object.fromEntries(accounts) as SettingsDocument['accounts'],
  };
}

const seeds = Array.from({ length: isLong ? 300 : 5 }, (_, seed) => seed);

describe('browsers with the same sync storage', () => {
  test('have the same settings after one was set up and the other joined, in less than half of the quota', async () => {
    const { clock, one, other } = world(1);
    one.edit(() => manyRules(500));
    await clock.run(10 * MINUTE_MS);
    expect(settingsOf(other.document())).toEqual(settingsOf(manyRules(500)));
    expect(bytesOf(one.device.items())).toBeLessThan(syncQuota.bytes / 2);
  });

  test('do not take for their own edit what they took over just before they were stopped', async () => {
    const { clock, one, other } = world(3);
    await clock.run(MINUTE_MS);
    other.stopBeforeShowing();
    one.set('accounts', id(1), 'label', 'First');
    await clock.run(5 * MINUTE_MS);
    expect(other.document().accounts).toEqual({ [id(1)]: { label: 'First' } });
    one.set('accounts', id(1), 'label', 'Second');
    await clock.run(5 * MINUTE_MS);
    other.kill();
    await clock.run(10 * MINUTE_MS);
    for (const { document } of [one, other]) expect(document().accounts).toEqual({ [id(1)]: { label: 'Second' } });
  });

  test('share no note with a key in it: it stays where it is, and all else goes around', async () => {
    const { clock, one, other } = world(5);
    const key = 'key AKIAIOSFODNN7EXAMPLE';
    const ofOne = { label: 'Pay', note: key };
    one.edit((document) => ({ ...document, accounts: { [id(1)]: ofOne } }));
    await clock.run(5 * MINUTE_MS);
    other.set('accounts', id(1), 'emoji', '🔥');
    await clock.run(5 * MINUTE_MS);
    expect(one.document().accounts).toEqual({ [id(1)]: { ...ofOne, emoji: '🔥' } });
    expect(other.document().accounts).toEqual({ [id(1)]: { label: 'Pay', emoji: '🔥' } });
    expect(await other.shared()).toContain('Pay');
    expect(await other.shared()).not.toContain('AKIA');
    other.set('accounts', id(1), 'note', 'of the CI');
    await clock.run(5 * MINUTE_MS);
    for (const { document } of [one, other]) expect(document().accounts[id(1)]?.note).toBe('of the CI');
  });

  test('get their portals back where one lost them from its disk', async () => {
    const { clock, one, other } = world(4);
    const portals = [{ startUrl: portalAt(portal), region: 'eu-west-1', name: 'Work' }];
    one.edit((document) => ({ ...document, portals }));
    await clock.run(5 * MINUTE_MS);
    other.losePortals();
    await clock.run(10 * MINUTE_MS);
    for (const { document } of [one, other]) expect(document().portals).toEqual(portals);
  });

  test.each(seeds)('lose nothing that was set on either side, and end up equal: story %i', async (seed) => {
    const { clock, all, one, below, pick } = world(seed, { browsers: 2 + (seed % 2), skewMs: DAY_MS });
    one.edit(() => manyRules(seed % 6 === 0 ? 500 : 60));
    await clock.run(5 * MINUTE_MS);
    const alone = new Map<string, string>();
    const torn: string[] = [];
    for (let round = 0; round < 60; round++) {
      const at = below(all.length);
      const browser = all[at] ?? one;
      const own = id(20 + at + all.length * below(20));
      const tag = `${seed}-${round}`;
      const act = below(13);
      if (act < 3) {
        for (const field of ['label', 'note']) {
          browser.set('accounts', own, field, tag);
          alone.set(`accounts ${own} ${field}`, tag);
        }
      } else if (act < 5) browser.set('accounts', id(below(20)), pick(['note', 'region']), `eu-west-${below(4)}`);
      else if (act === 5)
        browser.edit((document) => ({ ...document, pins: shuffled([...document.pins, pinOf(tag)], below) }));
      else if (act === 6) browser.edit((document) => ({ ...document, pins: document.pins.slice(1) }));
      else if (act === 7) browser.kill();
      else if (act === 8) browser.device.goOffline();
      else if (act === 9) browser.device.goOnline();
      else if (act === 10) browser.edit((document) => ({ ...document, rules: moved(document.rules, below) }));
      else if (act === 11) browser.edit((document) => ({ ...document, rules: document.rules.toSpliced(below(60), 1) }));
      else browser.edit((document) => ({ ...document, rules: recoloured(document.rules, below) }));
      await clock.run(below(pick([500, 4_000, 90_000])));
      torn.push(...all.flatMap((each) => tornIn(each.document(), alone)));
    }
    for (const browser of all) browser.device.goOnline();
    await clock.run(60 * MINUTE_MS);
    const documents = all.map((browser) => browser.document());
    for (const document of documents) expect(settingsOf(document)).toEqual(settingsOf(one.document()));
    for (const document of documents) expect(document.pins).toEqual(one.document().pins);
    for (const document of documents) expect(document.rules).toEqual(one.document().rules);
    const facts = factsOf(one.document());
    for (const [key, value] of alone) expect([key, facts.get(key.replaceAll(' ', '\n'))?.value]).toEqual([key, value]);
    expect(torn).toEqual([]);
    for (const { device } of all) {
      expect(device.errors).toEqual([]);
      expect(busiestMinute(device.written)).toBeLessThanOrEqual(30);
    }
  });

  test('let the later edit win, however wrong a clock is', async () => {
    const { clock, one, other } = world(3, { skewsMs: [0, -400 * DAY_MS] });
    for (const [browser, label] of [
      [one, 'first'],
      [other, 'second'],
      [one, 'third'],
      [other, 'fourth'],
    ] as const) {
      browser.set('accounts', id(1), 'label', label);
      await clock.run(10 * MINUTE_MS);
      expect([one, other].map(({ document }) => document().accounts[id(1)]?.label)).toEqual([label, label]);
    }
  });

  test('write once for edits that come one after the other', async () => {
    const { clock, one } = world(4);
    for (let at = 0; at < 20; at++) {
      one.set('accounts', id(1), 'label', `Name ${at}`);
      await clock.run(400);
    }
    await clock.run(MINUTE_MS);
    expect(Object.keys(one.device.items()).toSorted()).toEqual(['settings', expect.stringMatching(/^settings\.1\./)]);
  });

  test('write nothing while it is off, and know then when each thing was set', async () => {
    const { clock, one, other } = world(5);
    for (const browser of [one, other]) browser.switch(false);
    one.set('accounts', id(1), 'label', 'older');
    await clock.run(MINUTE_MS);
    other.set('accounts', id(1), 'label', 'newer');
    other.set('accounts', id(2), 'note', 'only here');
    await clock.run(MINUTE_MS);
    expect(one.device.written.length + other.device.written.length).toBe(0);
    other.switch(true);
    await clock.run(10 * MINUTE_MS);
    one.switch(true);
    await clock.run(10 * MINUTE_MS);
    expect(one.document().accounts).toEqual({ [id(1)]: { label: 'newer' }, [id(2)]: { note: 'only here' } });
  });

  test('forget what was taken away, also where it is in no list any more', async () => {
    const { clock, one, other } = world(6);
    one.edit(() => manyRules(5));
    await clock.run(10 * MINUTE_MS);
    other.edit((document) => ({ ...document, accounts: {} }));
    await clock.run(10 * MINUTE_MS);
    expect(one.document().accounts).toEqual({});
  });
});

describe('a browser whose sync storage', () => {
  async function inStep(seed: number) {
    const { clock, one, other } = world(seed);
    one.edit(() => manyRules(20));
    await clock.run(10 * MINUTE_MS);
    return { clock, one, other, before: settingsOf(other.document()) };
  }
  const problemsTold = ({ told }: { told: readonly SyncStatus[] }): (SyncProblem | undefined)[] =>
    told.map(({ problem }) => problem).filter((problem, at, all) => at === 0 || problem !== all[at - 1]);

  test('holds half of a generation keeps the settings that it has, and mends what stays so', async () => {
    const { clock, one, other, before } = await inStep(10);
    const { settings } = one.device.items() as { settings: object };
    one.device.put('settings', { ...settings, number: 99 });
    await clock.run(MINUTE_MS);
    expect(settingsOf(other.document())).toEqual(before);
    expect(problemsTold(other)).toEqual([undefined]);
    await clock.run(60 * MINUTE_MS);
    other.set('accounts', id(1), 'label', 'after');
    await clock.run(10 * MINUTE_MS);
    expect(one.document().accounts[id(1)]?.label).toBe('after');
  });

  test('was written by a newer Burgee reads and writes nothing, and says so once', async () => {
    const { clock, one, other, before } = await inStep(11);
    one.switch(false);
    const { settings } = one.device.items() as { settings: object };
    one.device.put('settings', { ...settings, version: 2 });
    await clock.run(10 * MINUTE_MS);
    const written = other.device.written.length;
    other.set('accounts', id(0), 'label', 'mine');
    await clock.run(10 * MINUTE_MS);
    expect(other.device.written.length).toBe(written);
    expect(problemsTold(other)).toEqual([undefined, 'newer']);
    expect(settingsOf(other.document())).toEqual(
      before.map((line) => (line.startsWith(`accounts\n${id(0)}\nlabel`) ? line.replace(/"[^"]*"$/, '"mine"') : line)),
    );
  });

  test('is full of other things keeps its settings here, says so once, and goes on when there is room', async () => {
    const { clock, one, other } = await inStep(12);
    one.device.fill(syncQuota.items);
    for (const label of ['a', 'b', 'c']) {
      one.set('accounts', id(1), 'label', label);
      await clock.run(5 * MINUTE_MS);
    }
    expect(problemsTold(one)).toEqual([undefined, 'quota']);
    expect(one.document().accounts[id(1)]?.label).toBe('c');
    one.device.fill(0);
    one.set('accounts', id(2), 'label', 'd');
    await clock.run(5 * MINUTE_MS);
    expect(problemsTold(one)).toEqual([undefined, 'quota', undefined]);
    expect(other.document().accounts).toMatchObject({ [id(1)]: { label: 'c' }, [id(2)]: { label: 'd' } });
  });

  test('has had too many writes waits and then goes on', async () => {
    const { clock, one, other } = await inStep(13);
    for (let at = 0; at < 130; at++) one.device.put('other', at);
    one.set('accounts', id(1), 'label', 'patient');
    await clock.run(10_000);
    expect(one.device.errors).toEqual(['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.']);
    expect(problemsTold(one)).toEqual([undefined, 'too-often']);
    await clock.run(10 * MINUTE_MS);
    expect(problemsTold(one)).toEqual([undefined, 'too-often', undefined]);
    expect(other.document().accounts[id(1)]?.label).toBe('patient');
  });

  test('is too small for the settings keeps them here, says so once, and goes on when they fit', async () => {
    const { clock, one, other } = await inStep(14);
    const { next } = createRandom(14);
    const noise = (): string => Array.from({ length: 1_800 }, () => String.fromCharCode(33 + next() * 90)).join('');
    const before = one.document();
    one.edit((document) => ({
      ...document,
      accounts: Object.fromEntries(Array.from({ length: 60 }, (_, at) => [id(at), { note: noise() }])),
    }));
    await clock.run(10 * MINUTE_MS);
    one.set('accounts', id(1), 'note', noise());
    await clock.run(10 * MINUTE_MS);
    expect(problemsTold(one)).toEqual([undefined, 'too-large']);
    expect(settingsOf(other.document())).toEqual(settingsOf(before));
    one.edit(() => ({ ...before, pins: [pinOf('small')] }));
    await clock.run(10 * MINUTE_MS);
    expect(problemsTold(one)).toEqual([undefined, 'too-large', undefined]);
    expect(other.document().pins).toEqual([pinOf('small')]);
  });

  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.record({
      version: fc.constant(1),
      number: fc.nat(50),
      by: fc.constantFrom('a', 'zz9'),
      chunks: fc.nat(3),
      sum: fc.string({ maxLength: 8 }),
    }),
  );

  test('holds nonsense keeps the settings, throws nothing, and is written anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('settings', 'settings.3.a.0', 'x'), junk)), async (items) => {
        const { clock, one, other, before } = await inStep(15);
        for (const [key, value] of items) one.device.put(key, value);
        await clock.run(30 * MINUTE_MS);
        expect(settingsOf(other.document())).toEqual(before);
        other.set('accounts', id(1), 'label', 'after');
        await clock.run(30 * MINUTE_MS);
        expect(one.document().accounts[id(1)]?.label).toBe('after');
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
