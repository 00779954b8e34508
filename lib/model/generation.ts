import { checksum } from './checksum';

/**
 * How the shared settings lie in the browser's sync storage: as one generation of numbered chunks and a head that names
 * them. The head is written last and says what the chunks come to, so that a reader takes a whole generation or none.
 */

/** Chromium's and Firefox's limits; source: MDN and developer.chrome.com, `storage.sync`. */
export const syncQuota = { bytes: 102_400, bytesPerItem: 8_192, items: 512 } as const;

const PREFIX = 'settings';
const HEAD = PREFIX;
const HEAD_VERSION = 1;
/** With its key and the quotes of JSON a chunk stays within one item. */
const CHUNK = 8_000;
/** Two generations lie side by side while the next one is written; a little is left for the head and the keys. */
const LARGEST_TEXT = 6 * CHUNK;

const CHUNK_KEY = /^settings\.(\d{1,15})\.[a-z0-9]+\.\d+$/;

export type Items = Readonly<Record<string, unknown>>;

export type Generation =
  | { readonly state: 'none' | 'newer' }
  /** Some of it has not arrived, or is not what was written. */
  | { readonly state: 'half'; readonly number: number }
  | { readonly state: 'whole'; readonly number: number; readonly text: string };

/** The newest generation among the items. */
export function generationIn(items: Items): Generation {
  const head = parseHead(items[HEAD]);
  if (head === undefined || head === 'newer') return { state: head ?? 'none' };
  const chunks = Array.from({ length: head.chunks }, (_, at) => items[chunkKey(head.number, head.by, at)]);
  const text = chunks.join('');
  const isWhole = chunks.every((chunk) => typeof chunk === 'string') && checksum(text) === head.sum;
  return isWhole ? { state: 'whole', number: head.number, text } : { state: 'half', number: head.number };
}

export interface Written {
  readonly chunks: Items;
  readonly head: Items;
}

/** What has to be written, chunks first; `undefined` for a text that does not fit. The text is ASCII. */
export function generationOf(text: string, number: number, by: string): Written | undefined {
  if (text.length > LARGEST_TEXT) return undefined;
  const parts = Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, at) =>
    text.slice(at * CHUNK, (at + 1) * CHUNK),
  );
  return {
    chunks: Object.fromEntries(parts.map((part, at) => [chunkKey(number, by, at), part])),
    head: { [HEAD]: { version: HEAD_VERSION, number, by, chunks: parts.length, sum: checksum(text) } },
  };
}

/** A number above every generation that is there, finished or not. */
export function nextNumber(items: Items): number {
  const head = parseHead(items[HEAD]);
  const numbers = Object.keys(items).map((key) => Number(CHUNK_KEY.exec(key)?.[1] ?? 0));
  return 1 + numbers.reduce((most, number) => Math.max(most, number), typeof head === 'object' ? head.number : 0);
}

/** Chunks that no reader needs once generation `number` is there. What another browser may be writing is not among them. */
export function outdatedKeys(items: Items, number: number): string[] {
  return Object.keys(items).filter((key) => {
    const found = CHUNK_KEY.exec(key)?.[1];
    return found !== undefined && Number(found) < number;
  });
}

/** Bytes of items as browsers count them: the key and the value's JSON. */
export function bytesOf(items: Items): number {
  const encoder = new TextEncoder();
  return Object.entries(items).reduce(
    (sum, [key, value]) => sum + encoder.encode(key + JSON.stringify(value)).length,
    0,
  );
}

function chunkKey(number: number, by: string, at: number): string {
  return `${PREFIX}.${number}.${by}.${at}`;
}

function parseHead(
  raw: unknown,
):
  | { readonly number: number; readonly by: string; readonly chunks: number; readonly sum: string }
  | 'newer'
  | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { version, number, by, chunks, sum } = raw as Readonly<Record<string, unknown>>;
  if (typeof version === 'number' && version > HEAD_VERSION) return 'newer';
  const isSound =
    version === HEAD_VERSION &&
    Number.isSafeInteger(number) &&
    Number.isInteger(chunks) &&
    (chunks as number) >= 0 &&
    (chunks as number) <= syncQuota.items &&
    typeof by === 'string' &&
    typeof sum === 'string';
  return isSound ? { number: number as number, by, chunks: chunks as number, sum } : undefined;
}
