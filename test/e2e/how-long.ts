/** `npm run test:long` runs every matrix and soak whole; otherwise a sample of each runs. */
export const isLong = process.env['BURGEE_LONG'] === '1';

/** Numbers from 0, one for each repetition: all of them in a long run, one otherwise. */
export function seedsOf({ long }: { long: number }): readonly number[] {
  return Array.from({ length: isLong ? long : 1 }, (_, seed) => seed);
}

/** A matrix: whole in a long run, otherwise as many of its cases as `few`, spread over it. */
export function sampled<Case>(cases: readonly Case[], few: number): readonly Case[] {
  if (isLong) return cases;
  return Array.from({ length: few }, (_, nth) => cases[Math.floor((nth * cases.length) / few)]).filter(
    (one) => one !== undefined,
  );
}
