import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJsonText } from '../../../lib/model/json-text';
import { cpuMs } from '../cpu-time';

describe('JSON from strangers', () => {
  test('means what JSON.parse says it means', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        fc.pre(!/"(?:__proto__|constructor|prototype)"/.test(text));
        const result = parseJsonText(text);
        expect(result).toEqual({ ok: true, value: JSON.parse(text) });
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  test('is refused exactly where JSON.parse refuses it', () => {
    const damaged = fc.tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(damaged, ([text, place, noise]) => {
        const at = place % (text.length + 1);
        const changed = text.slice(0, at) + noise + text.slice(at + 1);
        const result = parseJsonText(changed);
        if (!result.ok && result.problem !== 'invalid') return;
        expect(result.ok).toBe(parses(changed));
      }),
      { seed: 6, numRuns: 1_000 },
    );
  });

  test.each([
    ['{\n  "a": 1,\n  "b": tru\n}', 3, 8],
    ['{"a": 1,}', 1, 9],
    ['{"a": "x', 1, 7],
    ['[1, 2', 1, 6],
    ['{"a": 01}', 1, 8],
    ['{"a": "tab\there"}', 1, 7],
    ['{} {}', 1, 4],
    ["{'a': 1}", 1, 2],
  ])('tells line and column where %j goes wrong', (text, line, column) => {
    expect(parseJsonText(text)).toEqual({ ok: false, problem: 'invalid', at: { line, column } });
  });

  test.each(['{"__proto__":{"admin":true}}', '{"a":{"constructor":1}}', String.raw`{"__proto\u005f_":{}}`])(
    'may not reach into objects: %s',
    (text) => {
      expect(parseJsonText(text)).toMatchObject({ ok: false, problem: 'reserved-key' });
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    },
  );

  test('may not have a key twice', () => {
    expect(parseJsonText('{"a":1,\n"a":2}')).toEqual({
      ok: false,
      problem: 'duplicate-key',
      at: { line: 2, column: 1 },
    });
  });

  test('10,000 deep is refused at once', () => {
    const deep = ['[', '{"a":'].map((sign) => sign.repeat(10_000));
    for (const text of deep) expect(parseJsonText(text)).toMatchObject({ ok: false, problem: 'too-deep' });
    expect(cpuMs(() => deep.forEach((text) => parseJsonText(text)))).toBeLessThan(200);
  });

  test('may have comments and a last comma only where that is asked for', () => {
    const text = '[ // one\n 1, /* two * / ** */ 2,\n] // end';
    expect(parseJsonText(text, { comments: true })).toEqual({ ok: true, value: [1, 2] });
    expect(parseJsonText(text)).toMatchObject({ ok: false, at: { line: 1, column: 3 } });
    expect(parseJsonText('[1] /* no end', { comments: true }).ok).toBe(false);
  });

  test('of two megabytes is read within 200 ms, whatever it is', () => {
    const size = 2 * 1_024 * 1_024;
    const texts = [
      `"${'\\'.repeat(size)}`,
      `"${'x'.repeat(size)}"`,
      ' '.repeat(size),
      '/*'.repeat(size / 2),
      '-'.repeat(size),
    ];
    for (const text of texts) {
      expect(cpuMs(() => parseJsonText(text, { comments: true }))).toBeLessThan(200);
    }
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
