import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountId, parseAccountId } from '../../../lib/model/account';
import { accountColour, contrast, NEUTRAL, textColour } from '../../../lib/model/colour';
import { levelOf } from '../../../lib/model/level';

const anyAccount = fc.integer({ min: 0, max: 999_999_999_999 }).map((number): AccountId => {
  const id = parseAccountId(String(number).padStart(12, '0'));
  if (!id) throw new Error('twelve digits are an account id');
  return id;
});

describe('the level of an account', () => {
  test.each([
    ['payments-prod', 'production'],
    ['PaymentsProd2', 'production'],
    ['prod_eu', 'production'],
    ['PRD Billing', 'production'],
    ['live', 'production'],
    ['data.production.eu', 'production'],
    ['dev-tools-prod', 'production'],
    ['prod-mirror-dev', 'production'],
    ['支払い-本番', 'production'],
    ['prod01', 'production'],
    ['ProdWest', 'production'],
    ['non-prod', 'staging'],
    ['nonprod', 'staging'],
    ['pre-prod', 'staging'],
    ['preprod', 'staging'],
    ['PreProd', 'staging'],
    ['uat2', 'staging'],
    ['stg', 'staging'],
    ['Staging EU', 'staging'],
    ['payments-dev', 'development'],
    ['product-dev', 'development'],
    ['test', 'development'],
    ['DevTeamA', 'development'],
    ['sandbox-jane', 'sandbox'],
    ['playground', 'sandbox'],
    ['product-catalog', 'other'],
    ['livestock', 'other'],
    ['Log Archive', 'other'],
    ['reproduction', 'other'],
    ['devotion', 'other'],
    ['contest', 'other'],
    ['', 'other'],
  ])('%s is %s', (name, level) => {
    expect(levelOf(name)).toBe(level);
  });
});

describe('the colour of an account', () => {
  test('reads at 4.5 to 1 or better, for every account and level', () => {
    fc.assert(
      fc.property(
        anyAccount,
        fc.constantFrom('production', 'staging', 'development', 'sandbox', 'other'),
        (id, level) => {
          const colour = accountColour(id, level);
          expect(contrast(colour, textColour(colour))).toBeGreaterThanOrEqual(4.5);
        },
      ),
      { numRuns: 5_000 },
    );
    expect(contrast(NEUTRAL, textColour(NEUTRAL))).toBeGreaterThanOrEqual(4.5);
  });

  test('is red for production and nowhere near red for anything else', () => {
    fc.assert(
      fc.property(anyAccount, fc.constantFrom('development', 'sandbox', 'other'), (id, level) => {
        const hue = hueOf(accountColour(id, level));
        expect(hue).toBeGreaterThanOrEqual(88);
        expect(hue).toBeLessThanOrEqual(322);
      }),
      { numRuns: 5_000 },
    );
  });
});

function hueOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread === 0) return 0;
  if (most === red) return ((60 * (green - blue)) / spread + 360) % 360;
  return most === green ? 120 + (60 * (blue - red)) / spread : 240 + (60 * (red - green)) / spread;
}
