import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountId, parseAccountId } from '../../../lib/model/account';
import { accountColour, type Colour, contrast, NEUTRAL, parseColour, textColour } from '../../../lib/model/colour';
import { levelOf, levelOfAlias } from '../../../lib/model/level';

function idOf(number: number): AccountId {
  const id = parseAccountId(String(number).padStart(12, '0'));
  if (!id) throw new Error('twelve digits are an account id');
  return id;
}

const anyAccount = fc.integer({ min: 0, max: 999_999_999_999 }).map(idOf);

/** How light arrives in eyes without one kind of cone (Machado, Oliveira and Fernandes, 2009, severity 1). */
const sights = {
  'eyes that see all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'eyes that see no red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'eyes that see no green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'eyes that see no blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, readonly Triple[]>;

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
    ['支払い本番環境', 'production'],
    ['结算生产', 'production'],
    ['결제운영', 'production'],
    ['Pagos Producción', 'production'],
    ['pagos-produccio\u0301n', 'production'],
    ['ｐｒｏｄ', 'production'],
    ['ProdEU', 'production'],
    ['acmeProd', 'production'],
    ['ACMEProd', 'production'],
    ['devops-prod', 'production'],
    ['PRD01', 'production'],
    ['prod2', 'production'],
    ['eu1prod2', 'production'],
    ['prod-sandbox', 'production'],
    ['prod/backup', 'production'],
    ['org.live.eu', 'production'],
    ['is-live-demo', 'production'],
    ['nonsense-prod', 'production'],
    ['prod01', 'production'],
    ['ProdWest', 'production'],
    ['Canlı ortam', 'production'],
    ['pro\u200bd', 'production'],
    ['支付-生產環境', 'production'],
    ['AcmePRODeu', 'production'],
    ['AcmePRODdb01', 'production'],
    ['PRDus', 'production'],
    ['LIVEapp', 'production'],
    ['préprod', 'staging'],
    ['pré-production', 'staging'],
    ['Preproducción', 'staging'],
    ['noprod', 'staging'],
    ['Homologação', 'staging'],
    ['预生产环境', 'staging'],
    ['非本番', 'staging'],
    ['非正式环境', 'staging'],
    ['決済プレプロダクション', 'staging'],
    ['비프로덕션', 'staging'],
    ['hors-prod', 'staging'],
    ['nicht-prod', 'staging'],
    ['niet-productie', 'staging'],
    ['PREprod', 'staging'],
    ['NONprod', 'staging'],
    ['비운영', 'staging'],
    ['Développement', 'development'],
    ['non-prod', 'staging'],
    ['nonprod', 'staging'],
    ['pre-prod', 'staging'],
    ['preprod', 'staging'],
    ['pre-production', 'staging'],
    ['Pre Production', 'staging'],
    ['preProduction2', 'staging'],
    ['NONPROD', 'staging'],
    ['Non-Production', 'staging'],
    ['nonPRD', 'staging'],
    ['not-prod', 'staging'],
    ['prod-like-test', 'staging'],
    ['pre-live', 'staging'],
    ['nonprod-dev', 'staging'],
    ['Stage', 'staging'],
    ['PreProd', 'staging'],
    ['uat2', 'staging'],
    ['stg', 'staging'],
    ['Staging EU', 'staging'],
    ['payments-dev', 'development'],
    ['product-dev', 'development'],
    ['test', 'development'],
    ['DevTeamA', 'development'],
    ['testing', 'development'],
    ['qa', 'development'],
    ['qa2', 'development'],
    ['QA-Team', 'development'],
    ['test-sandbox', 'development'],
    ['Search PoC', 'sandbox'],
    ['PoCs', 'sandbox'],
    ['テスト環境', 'development'],
    ['sandbox-jane', 'sandbox'],
    ['playground', 'sandbox'],
    ['支付沙箱', 'sandbox'],
    ['サンドボックス環境', 'sandbox'],
    ['product-catalog', 'other'],
    ['livestock', 'other'],
    ['LIVEstock', 'other'],
    ['PRODucts', 'other'],
    ['AcmePRODUCTion', 'other'],
    ['EPoCh', 'other'],
    ['livestream', 'other'],
    ['delivery', 'other'],
    ['oliver', 'other'],
    ['devops', 'other'],
    ['productivity', 'other'],
    ['producer', 'other'],
    ['backstage', 'other'],
    ['postage', 'other'],
    ['latest', 'other'],
    ['attestation', 'other'],
    ['collaboration', 'other'],
    ['displayed', 'other'],
    ['pre-sales', 'other'],
    ['nonprofit', 'other'],
    ['Log Archive', 'other'],
    ['reproduction', 'other'],
    ['devotion', 'other'],
    ['contest', 'other'],
    ['', 'other'],
  ])('%s is %s', (name, level) => {
    expect(levelOf(name)).toBe(level);
  });
});

test('an alias speaks of the level that a name of the same words speaks of', () => {
  const word = fc.constantFrom(
    'prod',
    'dev',
    'non',
    'pre',
    'live',
    'like',
    'uat',
    'acme',
    'sandbox',
    'product',
    '2',
    'eu1',
  );
  fc.assert(
    fc.property(fc.array(word), (parts) => {
      for (const alias of [parts.join('-'), parts.join('')]) expect(levelOfAlias(alias)).toBe(levelOf(alias));
    }),
  );
  expect(levelOfAlias('eu1prod2')).toBe('production');
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

  test('reads at 4.5 to 1 or better where the person chose it, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const colour: Colour = `#${number.toString(16).padStart(6, '0')}`;
        expect(contrast(colour, textColour(colour))).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ['111111111111', '#1d777c'],
    ['222222222222', '#2949ae'],
    ['123456789012', '#ad29ae'],
    ['012345678901', '#3c29ae'],
    ['999999999999', '#1d597c'],
  ])('of %s stays %s, from version to version', (id, colour) => {
    expect(accountColour(idOf(Number(id)), 'development')).toBe(colour);
  });

  test.each<[Colour, number]>([
    ['#000000', 21],
    ['#ff0000', 4],
    ['#00ff00', 1.37],
    ['#0000ff', 8.59],
    ['#777777', 4.48],
    ['#0a0a0a', 19.8],
    ['#ffffff', 1],
  ])('%s is to white as %d to 1', (colour, ratio) => {
    expect(contrast(colour, '#ffffff')).toBeCloseTo(ratio, 2);
    expect(contrast('#ffffff', colour)).toBeCloseTo(ratio, 2);
  });

  test('is six digits behind a hash, in small letters', () => {
    expect(parseColour('#C8102E')).toBe('#c8102e');
    for (const wrong of ['c8102e', '#c8102', '#c8102ef', '##c8102e', ' #c8102e', '#c8102g', ['#c8102e'], 7, null])
      expect(parseColour(wrong)).toBeUndefined();
  });

  test('is not one for all accounts', () => {
    const colours = Array.from({ length: 200 }, (_, index) => accountColour(idOf(100_000_000_000 + index), 'other'));
    expect(new Set(colours).size).toBeGreaterThan(100);
  });

  describe.each(Object.entries(sights))('to %s', (_, sight) => {
    const seen = (colour: Colour): Lab => lab(through(sight, linear(colour)));
    const production = accountColour(idOf(1), 'production');
    const staging = accountColour(idOf(1), 'staging');

    test('production and staging are far apart, and far from what is not known', () => {
      expect(distance(seen(production), seen(staging))).toBeGreaterThan(0.2);
      expect(distance(seen(production), seen(NEUTRAL))).toBeGreaterThan(0.1);
      expect(distance(seen(staging), seen(NEUTRAL))).toBeGreaterThan(0.2);
    });

    test('no account’s own colour comes near those of production and staging', () => {
      fc.assert(
        fc.property(anyAccount, fc.constantFrom('development', 'sandbox', 'other'), (id, level) => {
          const own = seen(accountColour(id, level));
          expect(distance(own, seen(production))).toBeGreaterThan(0.085);
          expect(distance(own, seen(staging))).toBeGreaterThan(0.2);
        }),
        { numRuns: 3_000 },
      );
    });
  });
});

type Triple = readonly [number, number, number];
type Lab = Triple;

/** Red, green and blue as light. */
function linear(colour: Colour): Triple {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

function through(sight: readonly Triple[], light: Triple): Triple {
  const [red = 0, green = 0, blue = 0] = sight.map((row) => Math.min(1, Math.max(0, dot(row, light))));
  return [red, green, blue];
}

/** OKLab: equal distances look equally far apart (https://bottosson.github.io/posts/oklab/). */
function lab(light: Triple): Lab {
  const cones = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ] as const satisfies Triple[];
  const [long = 0, middle = 0, short = 0] = cones.map((row) => Math.cbrt(dot(row, light)));
  const axes = [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ] as const satisfies Triple[];
  const [lightness = 0, greenRed = 0, blueYellow = 0] = axes.map((row) => dot(row, [long, middle, short]));
  return [lightness, greenRed, blueYellow];
}

function dot([a, b, c]: Triple, [x, y, z]: Triple): number {
  return a * x + b * y + c * z;
}

function distance(one: Lab, other: Lab): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
