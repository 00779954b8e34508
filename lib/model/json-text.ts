export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Where a text stops being what it should be; both counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export type JsonProblem = 'invalid' | 'too-deep' | 'duplicate-key' | 'reserved-key';

export type JsonResult =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly problem: JsonProblem; readonly at: TextPlace };

export interface JsonOptions {
  /** Comments and a comma behind the last item, as editors' settings files have them. */
  readonly comments?: boolean;
}

const DEEPEST = 32;
/** Keys that reach into JavaScript's own objects. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

class Refused extends Error {
  constructor(
    readonly problem: JsonProblem,
    readonly offset: number,
  ) {
    super(problem);
  }
}

/**
 * Reads JSON from strangers. Beside what `JSON.parse` does it tells where a text goes wrong, in every browser alike, and
 * refuses what has no place in a settings file: deep nesting, a key twice, `__proto__`. Linear in the text.
 */
export function parseJsonText(text: string, options: JsonOptions = {}): JsonResult {
  try {
    return { ok: true, value: createReader(text, options).all() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, problem: error.problem, at: placeOf(text, error.offset) };
  }
}

function createReader(text: string, { comments = false }: JsonOptions) {
  let offset = 0;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0];
    offset += found?.length ?? 0;
    return found;
  }

  function skip(): void {
    do take(SPACE);
    while (skipComment());
  }

  function skipComment(): boolean {
    if (!comments) return false;
    const isLine = text.startsWith('//', offset);
    if (!isLine && !text.startsWith('/*', offset)) return false;
    const end = text.indexOf(isLine ? '\n' : '*/', offset + 2);
    if (end === -1 && !isLine) throw new Refused('invalid', offset);
    offset = end === -1 ? text.length : end + (isLine ? 1 : 2);
    return true;
  }

  function sign(wanted: string): boolean {
    skip();
    if (text[offset] !== wanted) return false;
    offset += 1;
    return true;
  }

  function need(wanted: string): void {
    if (!sign(wanted)) throw new Refused('invalid', offset);
  }

  /** Items up to the closing sign; `item` reads one. */
  function list(close: string, item: () => void): void {
    if (sign(close)) return;
    for (;;) {
      item();
      if (sign(close)) return;
      need(',');
      if (comments && sign(close)) return;
    }
  }

  function string(): string {
    skip();
    const start = offset;
    if (text[start] !== '"') throw new Refused('invalid', start);
    let end = start + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    offset = end + 1;
    return whole<string>(text.slice(start, offset), start);
  }

  function object(depth: number): JsonValue {
    const entries = new Map<string, JsonValue>();
    list('}', () => {
      skip();
      const at = offset;
      const key = string();
      if (RESERVED.has(key)) throw new Refused('reserved-key', at);
      if (entries.has(key)) throw new Refused('duplicate-key', at);
      need(':');
      entries.set(key, value(depth));
    });
    return Object.fromEntries(entries);
  }

  function array(depth: number): JsonValue {
    const items: JsonValue[] = [];
    list(']', () => items.push(value(depth)));
    return items;
  }

  function value(depth: number): JsonValue {
    if (depth > DEEPEST) throw new Refused('too-deep', offset);
    if (sign('{')) return object(depth + 1);
    if (sign('[')) return array(depth + 1);
    if (text[offset] === '"') return string();
    const word = take(WORD) ?? take(NUMBER);
    if (word === undefined || word === '') throw new Refused('invalid', offset);
    return whole(word, offset - word.length);
  }

  return {
    all(): JsonValue {
      const all = value(0);
      skip();
      if (offset < text.length) throw new Refused('invalid', offset);
      return all;
    },
  };
}

/** A string, number or word by itself, escapes and all. */
function whole<Value extends JsonValue>(text: string, at: number): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    throw new Refused('invalid', at);
  }
}

function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

export function isJsonObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of an object; `undefined` for everything else. */
export function jsonField(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function jsonList(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
