import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountIdsIn, formatAccountId, parseAccountId, parseRoleName } from '../../../lib/model/account';
import { cleanName, hidesCharacters } from '../../../lib/model/name';

describe('account ids', () => {
  test.each(['111111111111', '000000000001'])('%s is one', (text) => {
    expect(parseAccountId(text)).toBe(text);
  });

  test.each([
    ['11111111111'],
    ['1111111111111'],
    ['1111-1111-1111'],
    [123456789012],
    [1.2e11],
    ['__proto__'],
    ['constructor'],
    [' 111111111111'],
    ['١١١١١١١١١١١١'],
    [null],
    [undefined],
    [['111111111111']],
  ])('%s is not one', (value) => {
    expect(parseAccountId(value)).toBeUndefined();
  });

  test('are shown in groups of four', () => {
    const id = parseAccountId('012345678901');
    expect(id && formatAccountId(id)).toBe('0123-4567-8901');
  });
});

describe('account numbers in a text', () => {
  test.each([
    ['111122223333', ['111122223333']],
    ['Account 1111-2222-3333, prod', ['111122223333']],
    ['1111 2222 3333', ['111122223333']],
    ['logs-111122223333-eu and arn:aws:iam::444455556666:role/deploy', ['111122223333', '444455556666']],
    ['11112222333', []],
    ['1111222233334', []],
    ['payments prod 1111', []],
    ['2222\u20112222\u20112222 and 2222\u00A02222\u00A02222', ['222222222222', '222222222222']],
    ['1111-2222-3333 4444-5555-6666', ['111122223333', '444455556666']],
    ['111122223333 444455556666', ['111122223333', '444455556666']],
    ['arn%3Aaws%3Aiam%3A%3A111122223333%3Arole', ['111122223333']],
    ['2222-2222-2222-2222', []],
    ['2222 2222 2222 2222', []],
    ['ab2222-2222-2222-2222-0123456789ab', []],
    ['0.222222222222', []],
    ['222222222222.50', []],
    ['On 222222222222.', ['222222222222']],
    ['sg-a222222222222bcd', []],
  ])('%s', (text, ids) => {
    const found = accountIdsIn(text);
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(found.map(({ start, end }) => text.slice(start, end).replace(/\D/g, ''))).toEqual(ids);
  });
});

describe('role names', () => {
  test('with control characters are refused', () => {
    expect(parseRoleName('Admin\r\nX-Header: 1')).toBeUndefined();
    expect(parseRoleName('Admin\u202Eevil')).toBeUndefined();
  });
});

describe('names from AWS', () => {
  test.each([
    ['  Payments\t prod \r\n', 'Payments prod'],
    ['gpj.\u202Edorp', 'gpj.dorp'],
    ['\uFEFFa\u200Bb\u0000c', 'abc'],
    ['\uD800lone', 'lone'],
    ['a \u0000 b', 'a b'],
    ['e\u200B\u0301', '\u00E9'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%j becomes %j', (raw, clean) => {
    expect(cleanName(raw)).toBe(clean);
  });

  test.each([[null], [42], [undefined], [{}]])('%s becomes empty, so that the id is shown', (value) => {
    expect(cleanName(value)).toBe('');
  });

  test('of a megabyte are cut', () => {
    expect(cleanName('x'.repeat(1_000_000))).toHaveLength(200);
  });

  test('with two hundred combining marks keep a few', () => {
    expect(cleanName(`a${'\u0301'.repeat(200)}`).length).toBeLessThanOrEqual(6);
  });

  test('that hid characters are told from those that did not', () => {
    expect(hidesCharacters('prod\u202E')).toBe(true);
    expect(hidesCharacters('prod')).toBe(false);
  });

  test('come out well-formed, in one line, within the cap, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
        const clean = cleanName(raw);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\r\n]/u);
        expect(clean.length).toBeLessThanOrEqual(200);
        expect(cleanName(clean)).toBe(clean);
      }),
      { numRuns: 2_000 },
    );
  });
});
