/**
 * `npm run test:long` runs every matrix and soak whole, and what tries again in another form what a shorter test tries;
 * otherwise a sample of each matrix runs.
 */
export const isLong = process.env['BURGEE_LONG'] === '1';

/** Other samples: `BURGEE_SEED=1 npm test`, `=2` and so on. */
const seed = Number(process.env['BURGEE_SEED'] ?? 0) || 0;

/** Numbers, one for each repetition: all from 0 in a long run, otherwise the seed alone. */
export function seedsOf({ long }: { long: number }): readonly number[] {
  return isLong ? Array.from({ length: long }, (_, nth) => nth) : [seed];
}

/** A matrix: whole in a long run, otherwise as many of its cases as `few`, spread over it; which ones, the seed says. */
export function sampled<const Case>(cases: readonly Case[], few: number): readonly Case[] {
  if (isLong) return cases;
  return Array.from(
    { length: few },
    (_, nth) => cases[(Math.floor((nth * cases.length) / few) + seed) % cases.length],
  ).filter((one) => one !== undefined);
}
