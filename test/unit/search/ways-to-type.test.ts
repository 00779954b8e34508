import { describe, expect, test } from 'vitest';
import type { Account } from '../../../lib/model/directory';
import { foldText } from '../../../lib/model/fold';
import { emptyPersonal } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { placeOf } from '../../organisation/judge';
import { merged } from '../../organisation/merged';
import { organisation } from '../../organisation/organisation';
import type { Case } from '../../organisation/queries';
import { styles } from '../../organisation/styles';

/** Makes what somebody types for an account, and what they mean; `undefined` where it does not suit the account. */
type Way = (account: Account) => Case | undefined;

const MOST_ACCOUNTS = 16;

const wordsOf = (name: string): string[] => {
  const { compact, starts } = foldText(name);
  return starts.map((start, nth) => compact.slice(start, starts[nth + 1]));
};

const joined =
  (sign: string): Way =>
  ({ name }) => [wordsOf(name).join(sign), name];

const withRole =
  (typed: string, pattern: RegExp): Way =>
  ({ name, roles = [] }) => {
    const [role, ...others] = roles.filter((one) => pattern.test(one));
    return role === undefined || others.length > 0 ? undefined : [`${name} ${typed}`, `${name}|${role}`];
  };

/** One word of the name, of so many letters at least, typed in another way. */
const changed =
  (least: number, change: (word: string) => string): Way =>
  ({ name }) => {
    const words = wordsOf(name);
    const at = words.findIndex((word) => word.length >= least && /^[a-z]+$/.test(word));
    return at === -1 ? undefined : [words.with(at, change(words[at] ?? '')).join(' '), name];
  };

const otherStage: Readonly<Record<string, string>> = {
  prod: 'prd',
  prd: 'prod',
  production: 'prd',
  staging: 'stg',
  stg: 'staging',
  dev: 'development',
  development: 'dev',
  sbx: 'sandbox',
  sandbox: 'sbx',
  test: 'tst',
};

const ways: readonly (readonly [string, Way])[] = [
  ['its words from behind', ({ name }) => [wordsOf(name).toReversed().join(' '), name]],
  ['its words run together', joined('')],
  ['its words with -', joined('-')],
  ['its words with _', joined('_')],
  ['its words as CamelCase', ({ name }) => [camel(wordsOf(name)), name]],
  ['capitals', ({ name }) => [name.toUpperCase(), name]],
  ['no accents', ({ name }) => [name.normalize('NFKD').replaceAll(/\p{M}/gu, ''), name]],
  [
    'four letters of each word',
    ({ name }) => [
      wordsOf(name)
        .map((word) => word.slice(0, 4))
        .join(' '),
      name,
    ],
  ],
  [
    'another word for its stage',
    ({ name }) => {
      const words = wordsOf(name);
      return words.some((word) => otherStage[word])
        ? [words.map((word) => otherStage[word] ?? word).join(' '), name]
        : undefined;
    },
  ],
  ['its number with dashes', ({ id, name }) => [`${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`, name]],
  ['its number with spaces', ({ id, name }) => [`${id.slice(0, 4)} ${id.slice(4, 8)} ${id.slice(8)}`, name]],
  ['the last four digits and a word', ({ id, name }) => [`${wordsOf(name)[0]} ${id.slice(-4)}`, name]],
  ['the last six digits', ({ id, name }) => [id.slice(-6), name]],
  ['its e-mail', ({ email, name }) => [email, name]],
  ['ro', withRole('ro', /ReadOnly/i)],
  ['pu', withRole('pu', /PowerUser/)],
  ['adm', withRole('adm', /adm/i)],
  ['read-only', withRole('read-only', /ReadOnly/i)],
  ['a letter left out', changed(5, (word) => word.slice(0, 2) + word.slice(3))],
  ['two letters swapped', changed(5, (word) => (word[0] ?? '') + word[2] + word[1] + word.slice(3))],
  ['a letter twice', changed(5, (word) => word.slice(0, 3) + word.slice(2))],
  ['ddb and euw1', ({ name }) => [`ddb ${name} euw1`, `${name}/dynamodb@eu-west-1`]],
  ['cfn and us east 1', ({ name }) => [`${name} cfn us east 1`, `${name}/cloudformation@us-east-1`]],
  ['sfn and Ireland', ({ name }) => [`${name} sfn Ireland`, `${name}/stepfunctions@eu-west-1`]],
];

const organisations = [
  merged,
  ...styles,
  { says: 'thousands of one kind', directory: organisation(7_000), personal: emptyPersonal },
];

describe.each(ways)('an account that is typed with %s', (_, way) => {
  test('is first in 95 %, and in the first three in 98 %, of many companies’ accounts', () => {
    const places = organisations.flatMap(({ directory, personal }) => {
      const index = indexOf(directory, personal);
      return some(directory.accounts).flatMap((account) => {
        const each = way(account);
        return each ? [{ each, place: placeOf(each, search(index, each[0], { nowMs: 0, limit: 60 }).rows) }] : [];
      });
    });
    const share = (within: number): number =>
      places.filter(({ place }) => place >= 0 && place < within).length / places.length;
    expect(places.length).toBeGreaterThan(30);
    expect({
      isFirst: share(1) >= 0.95,
      isInThree: share(3) >= 0.98,
      missed: places.filter(({ place }) => place < 0 || place > 2).map(({ each }) => each),
    }).toMatchObject({ isFirst: true, isInThree: true });
  });
});

const indexes = new Map<object, ReturnType<typeof buildIndex>>();

function indexOf(...[directory, personal]: [Parameters<typeof buildIndex>[0], Parameters<typeof buildIndex>[1]]) {
  const known = indexes.get(directory) ?? buildIndex(directory, personal, 0);
  indexes.set(directory, known);
  return known;
}

/** Accounts from all over a list. */
function some(accounts: readonly Account[]): readonly Account[] {
  const step = Math.max(1, Math.floor(accounts.length / MOST_ACCOUNTS));
  return accounts.filter((_, at) => at % step === 0);
}

function camel(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}
