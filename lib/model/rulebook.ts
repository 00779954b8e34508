import type { AccountId } from './account';
import type { Account } from './directory';
import { fitsGlob, matchesGlob } from './glob';
import type { Here } from './here';
import { wordsOf } from './level';
import { partitionOfPortal, type StartUrl } from './portal';
import type { Rule, RuleSettings, RuleWhen } from './rule';

/** An account as rules see it. */
export interface Subject {
  readonly id: AccountId;
  /** AWS's own name. */
  readonly name: string;
  /** The portals that list it. */
  readonly portals: readonly StartUrl[];
}

/** An account of one portal. */
export function subjectOf({ id, name, portal }: Pick<Account, 'id' | 'name' | 'portal'>): Subject {
  return { id, name, portals: [portal] };
}

/** Rules made ready for many accounts. */
export interface Rulebook {
  /** The rules whose account it is, in order; those that ask for a role or a region among them. */
  of(subject: Subject): readonly Rule[];
  /** True where some rule decides this. */
  decides(field: keyof RuleSettings): boolean;
}

const books = new WeakMap<readonly Rule[], Rulebook>();

/** One rulebook for one list of rules, with what was found out about accounts kept in it. */
export function rulebookOf(rules: readonly Rule[]): Rulebook {
  const known = books.get(rules) ?? createRulebook(rules);
  books.set(rules, known);
  return known;
}

function createRulebook(rules: readonly Rule[]): Rulebook {
  const tests = rules.map((rule) => ({ rule, fits: testOf(rule.when) }));
  const fields = new Set(rules.flatMap(({ set }) => Object.keys(set)));
  const known = new Map<string, readonly Rule[]>();
  return {
    of(subject) {
      if (rules.length === 0) return rules;
      const key = `${subject.id} ${subject.portals.join(' ')} ${subject.name}`;
      const found = known.get(key) ?? fitting(subject);
      known.set(key, found);
      return found;
    },
    decides: (field) => fields.has(field),
  };

  function fitting(subject: Subject): readonly Rule[] {
    const words = new Set(wordsOf(subject.name));
    return tests.filter(({ fits }) => fits(subject, words)).map(({ rule }) => rule);
  }
}

type Test = (subject: Subject, words: ReadonlySet<string>) => boolean;

function testOf({ name, ids, portal, partition }: RuleWhen): Test {
  const wanted = name !== undefined && !isGlob(name) ? wordsOf(name) : undefined;
  const listed = ids && new Set<AccountId>(ids);
  return (subject, words) =>
    (!listed || listed.has(subject.id)) &&
    (portal === undefined || subject.portals.includes(portal)) &&
    (partition === undefined || subject.portals.some((own) => partitionOfPortal(own) === partition)) &&
    (name === undefined || (wanted ? wanted.every((word) => stands(word, words)) : matchesGlob(name, subject.name)));
}

/** Languages that put no space between words have them inside others. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

function stands(word: string, words: ReadonlySet<string>): boolean {
  return words.has(word) || (UNSPACED.test(word) && [...words].some((own) => own.includes(word)));
}

/** Text with `*` or `?` in it describes the whole; other text is words. */
function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** True where a rule asks for neither role nor region, or for the ones here. */
export function fitsHere(when: Pick<RuleWhen, 'role' | 'region'>, here: Here): boolean {
  return fitsGlob(when.role, here.role) && fitsGlob(when.region, here.region);
}

/**
 * What the rules decide for an account in a place: of every setting the first rule that has it. What a rule leaves open
 * it never takes from one below.
 */
export function ruled(rules: readonly Rule[], subject: Subject, here: Here = {}): RuleSettings {
  const fitting = rulebookOf(rules).of(subject);
  const sets = fitting.filter(({ when }) => fitsHere(when, here)).map(({ set }) => set);
  const { label, ...others }: RuleSettings = Object.assign({}, ...sets.toReversed());
  return label === undefined ? others : { label: filledIn(label, subject), ...others };
}

/** A rule's label for one of its accounts. */
export function filledIn(label: string, { id, name }: Pick<Subject, 'id' | 'name'>): string {
  return label
    .replaceAll('{name}', () => name || id)
    .replaceAll('{id}', id)
    .slice(0, 200);
}
