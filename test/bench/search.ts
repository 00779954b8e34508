/**
 * The launcher's search against its peers, on one organisation and the same keys: `npx tsx test/bench/search.ts`.
 * Every query is typed letter by letter, as a person does. Only ratios within one run mean something.
 */
import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import { emptyPersonal } from '../../lib/model/personal';
import { search } from '../../lib/model/search';
import { buildIndex } from '../../lib/model/search-index';
import { typedText } from '../organisation/judge';
import { organisation } from '../organisation/organisation';
import { type Case, heldOut, tuned } from '../organisation/queries';

interface Item {
  readonly account: string;
  readonly role: string;
  readonly text: string;
}

/** Gives the first rows as `account|role`, or the app's name. */
type Engine = (text: string) => readonly string[];

const LIMIT = 60;
/** Fuse takes about a second for a key: a part of the queries, the last key of each, is enough for its median. */
const SLOW_STEP = 12;

const directory = organisation(50_000);
const items: Item[] = [
  ...directory.accounts.flatMap(({ name, id, email, roles = [] }) =>
    roles.map((role) => ({ account: name, role, text: `${name} ${role} ${id} ${email}` })),
  ),
  ...directory.apps.map(({ name, kind }) => ({ account: name, role: '', text: `${name} ${kind}` })),
];
const texts = items.map(({ text }) => text);

/** Services are Burgee's own: all are judged on accounts, roles and apps. */
const cases = [...tuned, ...heldOut].filter(([, intended]) => !intended.includes('/'));
const typed = cases.map((each) => typedText(each, directory));

const lines = [
  measure('Burgee', createBurgee, 1),
  measure('uFuzzy, default', createUFuzzy, 1),
  measure('Fuse, default', createFuse, SLOW_STEP),
  measure('indexOf of every word', createIndexOf, 1),
];
const ours = lines[0]?.median ?? 1;

console.log(`${items.length} entries in ${directory.accounts.length} accounts, ${cases.length} queries`);
console.table(
  lines.map(({ engine, median, p99, buildMs, first, firstThree, keys }) => ({
    engine,
    'median ms': median.toFixed(2),
    'p99 ms': p99.toFixed(1),
    'times ours': (median / ours).toFixed(1),
    'build ms': buildMs.toFixed(0),
    'first %': (first * 100).toFixed(1),
    'first 3 %': (firstThree * 100).toFixed(1),
    keys,
  })),
);

function createBurgee(): Engine {
  const index = buildIndex(directory, emptyPersonal, 0);
  return (text) =>
    search(index, text, { nowMs: 0, limit: LIMIT }).rows.map(
      ({ app, account, roleName }) => app?.name ?? `${account?.name}|${roleName}`,
    );
}

function createUFuzzy(): Engine {
  const fuzzy = new uFuzzy();
  return (text) => {
    const [found, , order] = fuzzy.search(texts, text);
    const inOrder = order ? order.map((at) => found?.[at] ?? -1) : (found ?? []);
    return inOrder.slice(0, LIMIT).map(tell);
  };
}

function createFuse(): Engine {
  const fuse = new Fuse(items, { keys: ['text'], ignoreLocation: true });
  return (text) => fuse.search(text, { limit: LIMIT }).map(({ refIndex }) => tell(refIndex));
}

function createIndexOf(): Engine {
  const lower = texts.map((text) => text.toLowerCase());
  return (text) => {
    const words = text.toLowerCase().split(/\s+/);
    const found: number[] = [];
    for (let at = 0; at < lower.length; at++) if (words.every((word) => lower[at]?.includes(word))) found.push(at);
    return found.slice(0, LIMIT).map(tell);
  };
}

function tell(at: number): string {
  const item = items[at];
  return item?.role === '' ? item.account : `${item?.account}|${item?.role}`;
}

function measure(name: string, create: () => Engine, step: number) {
  const startMs = performance.now();
  const engine = create();
  const buildMs = performance.now() - startMs;
  const numbers = cases.map((_, at) => at).filter((at) => at % step === 0);
  for (const at of numbers.slice(0, 20)) engine(typed[at] ?? '');
  const times: number[] = [];
  const places = numbers.map((at) => placeWhileTyping(engine, at, step === 1, times));
  times.sort((one, other) => one - other);
  return {
    engine: name,
    median: times[times.length >> 1] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    buildMs,
    first: share(places, 1),
    firstThree: share(places, 3),
    keys: times.length,
  };
}

function placeWhileTyping(engine: Engine, at: number, isEveryKey: boolean, times: number[]): number {
  const text = typed[at] ?? '';
  let rows: readonly string[] = [];
  for (let length = isEveryKey ? 1 : text.length; length <= text.length; length++) {
    const keyMs = performance.now();
    rows = engine(text.slice(0, length));
    times.push(performance.now() - keyMs);
  }
  return rows.findIndex((row) => meets(row, cases[at]));
}

/** An account that is named alone is met by any of its rows: only Burgee knows a usual role. */
function meets(row: string, wanted: Case | undefined): boolean {
  const intended = wanted?.[1] ?? '';
  if (intended.startsWith('app:')) return row === intended.slice(4);
  return intended.includes('|') ? row === intended : row.split('|')[0] === intended;
}

function share(places: readonly number[], within: number): number {
  return places.filter((place) => place >= 0 && place < within).length / places.length;
}
