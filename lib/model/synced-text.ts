import { parseDocument, SETTINGS_VERSION } from './settings-document';
import { documentOf, type Fact, factKey, factKinds, factsOf, isSecret } from './settings-facts';
import { compareStamps, parseStamp, type Stamp } from './stamp';
import { PLACE, type SyncedFact, type SyncedFacts } from './synced-facts';

const LONGEST_NAME = 4_096;
const MOST_FACTS = 250_000;

/** `newer`: written by a Burgee whose settings this one does not know. `wrong`: not what Burgee writes. */
export type SyncedResult =
  | { readonly ok: true; readonly facts: SyncedFacts }
  | { readonly ok: false; readonly problem: 'newer' | 'wrong' };

/** The shared facts as text. Browsers are named by their place in a list; times count from the earliest. */
export function syncedText(facts: SyncedFacts): string {
  const all = [...facts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, fact]) => fact);
  const browsers = [...new Set(all.map(({ at }) => at.by))].sort();
  const fromMs = all.reduce((first, { at }) => Math.min(first, at.ms), all[0]?.at.ms ?? 0);
  const rows = all.map(({ kind, of, field, value, at }) => {
    const row = [factKinds.indexOf(kind), of, field, at.ms - fromMs, at.count, browsers.indexOf(at.by)];
    return value === undefined ? row : [...row, value];
  });
  return JSON.stringify({ version: SETTINGS_VERSION, browsers, fromMs, facts: rows });
}

/**
 * Reads what `syncedText` wrote, wherever it has been since. Facts are checked one by one as strictly as a settings file
 * is, and what is wrong is left out; `known` ones need not be checked again. Never throws.
 */
export function parseSyncedText(text: string, known: SyncedFacts = new Map()): SyncedResult {
  const { version, browsers, fromMs, facts } = parseRecord(text);
  if (typeof version !== 'number' || !Array.isArray(browsers) || !Array.isArray(facts))
    return { ok: false, problem: 'wrong' };
  if (version > SETTINGS_VERSION) return { ok: false, problem: 'newer' };
  const rows = parseRows(facts, browsers, fromMs);
  const sound = rows.flatMap((fact) => (isKnown(fact, known) ? fact : (normalised(fact) ?? [])));
  return { ok: true, facts: keyed(sound) };
}

/** The same for facts that this browser kept for itself, and whose values it checked when they came. */
export function parseKeptFacts(text: unknown): SyncedFacts {
  const { browsers, fromMs, facts } = parseRecord(typeof text === 'string' ? text : '');
  return keyed(parseRows(facts, browsers, fromMs));
}

function parseRows(rows: unknown, browsers: unknown, fromMs: unknown): SyncedFact[] {
  if (!Array.isArray(rows) || !Array.isArray(browsers) || typeof fromMs !== 'number') return [];
  return rows.slice(0, MOST_FACTS).flatMap((row) => parseRow(row, browsers, fromMs) ?? []);
}

function keyed(facts: readonly SyncedFact[]): SyncedFacts {
  return new Map(facts.map((fact) => [factKey(fact), fact]));
}

function parseRecord(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function parseRow(row: unknown, browsers: readonly unknown[], fromMs: number): SyncedFact | undefined {
  if (!Array.isArray(row)) return undefined;
  const [kindAt, of, field, ms, count, by, value] = row as readonly unknown[];
  const kind = typeof kindAt === 'number' ? factKinds[kindAt] : undefined;
  const at: Stamp | undefined = parseStamp(
    typeof ms === 'number' ? ms + fromMs : undefined,
    count,
    typeof by === 'number' ? browsers[by] : undefined,
  );
  if (!kind || !at || !isName(of) || !isName(field)) return undefined;
  return { kind, of, field, value: value ?? undefined, at };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_NAME && !value.includes('\n');
}

function isKnown(fact: SyncedFact, known: SyncedFacts): boolean {
  const own = known.get(factKey(fact));
  return (
    own !== undefined &&
    compareStamps(own.at, fact.at) === 0 &&
    JSON.stringify(own.value) === JSON.stringify(fact.value)
  );
}

/** A fact with its value as a settings file would have it; `undefined` where no settings file could. */
function normalised(fact: SyncedFact): SyncedFact | undefined {
  if (fact.value === undefined) return fact;
  if (isSecret(fact)) return undefined;
  if (fact.field === PLACE) return Number.isFinite(fact.value) ? fact : undefined;
  const result = parseDocument(documentOf(new Map(around(fact).map((one) => [factKey(one), one]))));
  const found = result.ok ? factsOf(result.document).get(factKey(fact)) : undefined;
  return found === undefined ? undefined : { ...fact, value: found.value };
}

/** The fact with those without which a document can't hold it: a rule is none without its place and conditions. */
function around({ kind, of, field, value }: SyncedFact): Fact[] {
  const rule = { place: 1, when: {} };
  const others =
    kind === 'rules' ? Object.entries(rule).map(([name, one]): Fact => ({ kind, of, field: name, value: one })) : [];
  return [...others, { kind, of, field, value }];
}
