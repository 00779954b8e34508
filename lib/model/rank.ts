import { type Frecency, unfaded } from './frecency';
import { WHOLE_INITIALS } from './acronym';
import { coverage, isWholeName, MatchClass } from './match';
import type { SearchIndex } from './search-index';
import type { TypedMatch } from './typed-match';
import { isSingleError } from './typo-match';
import { isSingular, isSlight } from './word-match';

/**
 * The order of what was found, as one number per row.
 *
 * Invariant: rows are ordered by *level* first, and nothing else moves a row across levels. A level is the row's match
 * class (`MatchClass`: id, complete, prefix, acronym, mention, infix, typo), which is that of its worst word; a service's
 * page stands half a class below an account or role of the same class, so that words that are both do not steal. Of the
 * classes infix and typo the level is finer: the more of the other words match as they are typed, the higher, so that
 * `paymnts prod` is not payments-nonprod for having been opened often; of acronyms plain initials stand above letters that
 * may be taken together otherwise. A stage that only the role has, and a word whose plural the name lacks, put a row
 * below all others of its level, however often it was opened.
 * Within a level text decides at most 0.8 between rows of the prefix class, a pin lifts by `pinned`, and launches lift by
 * up to `launches`, half of the way with every `launchesToHalf` launches: ten of them beat any text and any pin of the
 * same level. Of an account the usual role comes first, then the account itself and its other roles, each by so much
 * lower that another account which fits as well stands between. Ties go by name, preprod and nonprod behind prod, then
 * account number.
 */
export const weights = {
  level: 10,
  text: 4,
  coverage: 0.4,
  roleCoverage: 0.25,
  /** A role's text counts for this much of an account's. */
  role: 0.8,
  usualRole: 0.05,
  /** Of a class: for the words that match as they are typed, where another one has a typing error or is part of a word. */
  sureWords: 0.3,
  /** For the account's own row, where its usual role's opens the same: other accounts come before it. */
  ownRow: -0.3,
  /** For the other roles of an account where no word names a role. */
  otherRole: -0.5,
  /** For a role that a word names which the account does not need: the second one of `billing billing`. */
  namedRole: 1,
  /** For an account whose own names hold every word, before one that needs a role for some. */
  accountAlone: 0.1,
  /** For the page of a service in an account whose name has the region that the words name. */
  accountOfRegion: 1,
  pinned: 0.3,
  /** For a role that words name, of what pins and launches of its account's other roles add to those: between equals only. */
  ofOtherRole: 0.004,
  launches: 1.5,
  launchesToHalf: 3,
  /** A role that AWS no longer lists stands last in its level. */
  gone: -3,
  service: 1,
  /** For a service that all words together begin, before one that leaves some of them to an account. */
  begunByAll: 5,
  /** For a service whose name all words are: it stands with the accounts, but below those that have them all as well. */
  namedByAll: 12,
  /** For a service whose name was typed twice: then it stands with the accounts. */
  repeatedService: 0.3,
  acronymAcross: 0.9,
  acronymLoose: 0.3,
  /** Of a class: for initials of account and role one by one, before letters that may be taken together otherwise. */
  plainInitials: 0.1,
  /** For a stage that only the role has: mostly it is an account's. */
  stageOfRole: -2,
  /** For a name that lacks the plural of a word. */
  singular: -2,
} as const;

const CLASSES = 8;

/** Level of accounts, roles and apps of a match class. */
export function directLevel(matchClass: number): number {
  return matchClass * 2 * weights.level;
}

/** Level of service pages of a match class: below the direct one. */
export function serviceLevel(matchClass: number): number {
  return (matchClass * 2 - 1) * weights.level;
}

/** What a launch history adds: 0 once it has faded, never more than `weights.launches`. */
export function launchBoost(launches: Frecency | undefined, nowMs: number): number {
  return weights.launches * (1 - 2 ** (-unfaded(launches, nowMs) / weights.launchesToHalf));
}

/** How one row's words match: their class, and a text score to compare within the class. */
export interface TextScore {
  matchClass: number;
  text: number;
}

const NONE: TextScore = { matchClass: 0, text: 0 };
const score: TextScore = { matchClass: 0, text: 0 };

/**
 * Scores the words of `need` for an account, in a role unless that is -1. Hands out the same object each time, since it
 * runs for every row on every key; class 0 says that a word is missing.
 */
export function scoreAccount(
  index: SearchIndex,
  typed: TypedMatch,
  need: number,
  account: number,
  role: number,
): TextScore {
  let worst: number = CLASSES;
  let sum = 0;
  let count = 0;
  let touched = 0;
  let covered = 0;
  let roleTouched = 0;
  let sure = 0;
  let isIdNamed = false;
  let isAcross = false;
  let isPlain = false;
  let isVague = false;
  let lack = 0;
  for (let word = 0; word < typed.words; word++) {
    if ((need & (1 << word)) === 0) continue;
    const ofAccount = typed.accounts[word];
    const ofRole = role < 0 ? undefined : typed.roles[word];
    const own = ofAccount?.value[account] ?? 0;
    const roles = ofRole?.value[role] ?? 0;
    const rolesWorth = Math.floor(roles) + (roles % 1) * weights.role;
    let value = Math.max(own, rolesWorth);
    const across = value < MatchClass.prefix && role >= 0 ? acrossValue(typed, word, account, role) : 0;
    if (across > value) {
      value = across;
      isAcross = true;
    }
    if (isPlainInitials(value)) isPlain = true;
    if (value === 0) return NONE;
    if (own === 0 && (typed.stages & (1 << word)) !== 0) lack = weights.stageOfRole;
    if (own === 0 && isSlight(roles)) isVague = true;
    if (isSingular(value)) lack = weights.singular;
    touched |= ofAccount?.touched[account] ?? 0;
    covered |= ofAccount?.covered[account] ?? 0;
    roleTouched |= ofRole?.touched[role] ?? 0;
    if (value >= MatchClass.id) isIdNamed = true;
    else worst = Math.min(worst, Math.floor(value));
    sure += sureness(Math.max(value, roles));
    sum += value;
    count++;
  }
  score.matchClass = classOf(
    isIdNamed,
    worst,
    worst >= MatchClass.prefix && !isVague && isWholeName(index.accountTexts, account, covered),
  );
  if (score.matchClass < MatchClass.mention && count > 0) score.matchClass += (weights.sureWords * sure) / count;
  if (isPlain && score.matchClass === MatchClass.acronym) score.matchClass += weights.plainInitials;
  score.text =
    count === 0
      ? 0
      : lack +
        (weights.text * sum) / count / CLASSES +
        weights.coverage * (isAcross ? 1 : coverage(index.accountTexts, account, touched)) +
        weights.roleCoverage * (roleTouched === 0 ? 1 : coverage(index.roleTexts, role, roleTouched));
  return score;
}

/** Values are kept with less precision than they are written. */
const PLAIN_INITIALS = Math.fround(MatchClass.acronym + WHOLE_INITIALS);

/** Initials of a whole name, or of account and role. */
function isPlainInitials(value: number): boolean {
  return value >= PLAIN_INITIALS && value < MatchClass.prefix;
}

/** One for a word as it is typed, a half for one with a single typing error. */
function sureness(value: number): number {
  if (value >= MatchClass.prefix) return 1;
  return value < MatchClass.infix && isSingleError(value) ? 0.5 : 0;
}

function classOf(isIdNamed: boolean, worst: number, isComplete: boolean): number {
  if (isIdNamed) return MatchClass.id;
  return isComplete ? MatchClass.complete : Math.min(worst, MatchClass.prefix);
}

/** Whether a word's beginning stands for the account and its rest for the role; plain initials are worth most. */
export function acrossValue(typed: TypedMatch, word: number, account: number, role: number): number {
  const across = typed.across[word];
  if (!across) return 0;
  const ends = across.roleEnds.any[role] ?? 0;
  if (((across.account.used[account] ?? 0) & ends) === 0) return 0;
  const initials = across.account.initials[account] ?? 0;
  const isPlain = initials > 0 && ((across.roleEnds.plain[role] ?? 0) & (1 << initials)) !== 0;
  // Beside other words a letter or two of a role are sooner the end of a mistyped word: `ordre mgmt` is no `ord` in a role `re…`.
  const looseEnds = typed.words === 1 ? across.looseEnds : across.looseEnds >> 1;
  const isLoose = ((across.account.used[account] ?? 0) & ends & looseEnds) !== 0;
  if (!isPlain && !isLoose) return 0;
  return MatchClass.acronym + (isPlain ? weights.acronymAcross : weights.acronymLoose);
}

/** Scores all words for an app. */
export function scoreApp(index: SearchIndex, typed: TypedMatch, app: number): TextScore {
  let worst: number = CLASSES;
  let sum = 0;
  let touched = 0;
  let covered = 0;
  for (const match of typed.apps) {
    const value = match.value[app] ?? 0;
    if (value === 0) return NONE;
    touched |= match.touched[app] ?? 0;
    covered |= match.covered[app] ?? 0;
    worst = Math.min(worst, Math.floor(value));
    sum += value;
  }
  score.matchClass = classOf(false, worst, worst >= MatchClass.prefix && isWholeName(index.appTexts, app, covered));
  score.text = (weights.text * sum) / typed.words / CLASSES + weights.coverage * coverage(index.appTexts, app, touched);
  return score;
}
