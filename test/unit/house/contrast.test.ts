import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Colour, contrast } from '../../../lib/model/colour';

const tokens = readFileSync('components/tokens.css', 'utf8');
const [light = '', dark = ''] = [...tokens.matchAll(/:root \{([^}]*)\}/g)].map(([, body = '']) => body);

/** Text and what it stands on, anywhere in the pages. */
const texts = [
  ['text', 'ground'],
  ['text', 'raised'],
  ['text', 'active'],
  ['text', 'mark'],
  ['soft', 'ground'],
  ['soft', 'raised'],
  ['soft', 'active'],
  ['accent', 'ground'],
  ['accent', 'raised'],
  ['accent-text', 'accent'],
  ['danger', 'ground'],
  ['danger', 'active'],
  ['ground', 'good'],
] as const;

/** The focus ring and the edges of fields. */
const edges = [
  ['accent', 'ground'],
  ['accent', 'raised'],
  ['accent', 'active'],
  ['soft', 'ground'],
] as const;

describe.each([
  ['light', light],
  ['dark', `${light}${dark}`],
])('in the %s scheme', (_, scheme) => {
  test.each(texts)('%s can be read on %s (4.5:1)', (text, ground) => {
    expect(contrast(colour(scheme, text), colour(scheme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(edges)('a line in %s can be seen on %s (3:1)', (line, ground) => {
    expect(contrast(colour(scheme, line), colour(scheme, ground))).toBeGreaterThanOrEqual(3);
  });
});

/** The last word of a token counts: the dark scheme is laid over the light one. */
function colour(scheme: string, name: string): Colour {
  const found = [...scheme.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].at(-1)?.[1];
  if (!found) throw new Error(`tokens.css has no colour --${name}`);
  return found as Colour;
}
