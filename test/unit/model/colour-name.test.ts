import { describe, expect, test } from 'vitest';
import { parseAccountId } from '../../../lib/model/account';
import { accountColour, type Colour } from '../../../lib/model/colour';
import { colourName } from '../../../lib/model/colour-name';
import type { Level } from '../../../lib/model/level';

const eight = ['blue', 'turquoise', 'green', 'yellow', 'orange', 'red', 'pink', 'purple', 'toolbar'] as const;
const ten = ['gray', 'yellow', 'orange', 'red', 'pink', 'purple', 'violet', 'blue', 'cyan', 'green'] as const;
const groups = ['grey', 'blue', 'red', 'yellow', 'green', 'pink', 'purple', 'cyan', 'orange'] as const;
const palettes = [
  ['Firefox’s eight', eight],
  ['Firefox’s ten', ten],
  ['tab groups', groups],
] as const;

describe.each(palettes)('a colour by name, of %s', (_, offered) => {
  test('is red for production, orange for staging, and neither for any other account', () => {
    const named = (level: Level, at: number): string | undefined => {
      const id = parseAccountId(String(100_000_000_000 + at * 7_919));
      return id && colourName(accountColour(id, level), offered);
    };
    expect(named('production', 1)).toBe('red');
    expect(named('staging', 1)).toBe('orange');
    const others = Array.from({ length: 2_000 }, (__, at) => named('other', at));
    expect([...new Set(others)]).not.toContain('red');
    expect([...new Set(others)]).not.toContain('orange');
    expect(new Set(others).size).toBeGreaterThan(2);
  });

  test.each<[Colour, RegExp]>([
    ['#ff0000', /^red$/],
    ['#0000ff', /^(?:blue|violet)$/],
    ['#008000', /^green$/],
    ['#ffd700', /^yellow$/],
    ['#00b7c3', /^(?:turquoise|cyan)$/],
    ['#ff1493', /^pink$/],
    ['#5f6368', /^gr[ae]y$|^toolbar$/],
    ['#000000', /^gr[ae]y$|^toolbar$/],
    ['#ffffff', /^gr[ae]y$|^toolbar$/],
  ])('%s is %s', (colour, name) => {
    expect(colourName(colour, offered)).toMatch(name);
  });
});

test.each<[Colour, string]>([
  ['#20d0a0', 'turquoise'],
  ['#a0d020', 'yellow'],
  ['#102040', 'blue'],
  ['#303840', 'toolbar'],
  ['#d02060', 'pink'],
])('%s is %s, however dark or pale it is', (colour, name) => {
  expect(colourName(colour, eight)).toBe(name);
});

test('where nothing is offered there is no name', () => {
  expect(colourName('#ff0000', [])).toBeUndefined();
});
