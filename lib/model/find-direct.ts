import type { HabitBoost } from './habit-boost';
import { type Match, MatchClass } from './match';
import { acrossValue, directLevel, scoreAccount, scoreApp, weights } from './rank';
import type { SearchIndex } from './search-index';
import type { TopList } from './top-list';
import type { TypedMatch } from './typed-match';
import { isSlight } from './word-match';

/** A found row by its numbers in the index; turned into an entry only if it is shown. */
export type Place =
  | { readonly kind: 'account'; readonly account: number }
  | { readonly kind: 'role'; readonly account: number; readonly row: number }
  | { readonly kind: 'app'; readonly app: number }
  | {
      readonly kind: 'service';
      readonly account: number;
      /** -1 where the account lists no role. */
      readonly row: number;
      readonly service: number;
      readonly region: string | undefined;
    };

/** Whatever is known of a role lifts it by no more. */
const MOST_BOOST = weights.usualRole + weights.pinned + weights.launches;

/** Offers every account, role and app that all words fit. */
export function findDirect(index: SearchIndex, typed: TypedMatch, boost: HabitBoost, top: TopList<Place>): void {
  const { accountMask, full, anyRole } = typed;
  const isNameable = (typed.words > 1 && anyRole !== 0) || typed.across.some(Boolean);
  // By role, for accounts that no word fits: the same for thousands. NaN: not reckoned yet.
  const alone = new Float64Array(index.roleNames.length).fill(Number.NaN);
  for (let account = 0; account < accountMask.length; account++) {
    const own = accountMask[account] ?? 0;
    if (own === full) {
      offerWhole(index, typed, boost, top, account, isNameable);
      continue;
    }
    const begun = begunMask(typed, account);
    if ((own | anyRole | begun) === full) offerRoles(index, typed, boost, top, account, begun, alone);
  }
  for (let app = 0; app < typed.appMask.length; app++) {
    if (typed.appMask[app] !== full) continue;
    const { matchClass, text } = scoreApp(index, typed, app);
    const score = directLevel(matchClass) + text + boost.app(app);
    if (top.wants(score)) top.keep(score, { kind: 'app', app });
  }
}

/** An account that needs no role to fit: its usual role, itself a little below, then the other roles. */
function offerWhole(
  index: SearchIndex,
  typed: TypedMatch,
  boost: HabitBoost,
  top: TopList<Place>,
  account: number,
  isNameable: boolean,
): void {
  const { rowStart, goneRows } = index;
  const first = rowStart[account] ?? 0;
  const end = rowStart[account + 1] ?? 0;
  const { matchClass, text } = scoreAccount(index, typed, typed.full, account, -1);
  const base = directLevel(matchClass) + text + weights.accountAlone;
  const lift = boost.account(account);
  const shared = base + lift;
  // Of thousands that a letter fits few can be kept: only a role that words name stands above its account.
  const isPlain = !isNameable && (matchClass >= MatchClass.prefix || typed.anyRole === 0);
  if (isPlain && shared <= top.least) return top.pass(end - first + 1);
  const spare = spareWords(typed, account);
  const usual = first < end && !goneRows.has(first) ? first : -1;
  if (usual !== -1) {
    const own = isPlain ? 0 : roleScore(index, typed, spare, account, usual, matchClass);
    offerRow(top, account, usual, Math.max(shared, own + roleBoost(boost, account, usual)));
  }
  const itself = usual === -1 ? shared : shared + weights.ownRow;
  if (top.wants(itself)) top.keep(itself, { kind: 'account', account });
  const others = usual === -1 ? first : first + 1;
  if (isPlain && shared + weights.otherRole <= top.least) return top.pass(end - others);
  for (let row = others; row < end; row++) {
    const own = isPlain ? 0 : roleScore(index, typed, spare, account, row, matchClass);
    const other = base + (goneRows.has(row) ? weights.gone : weights.otherRole);
    offerRow(top, account, row, Math.max(own + roleBoost(boost, account, row), other + boost.row(row)));
  }
}

/** Of a role that words name: who uses its account in another role sooner means this one than an account never used. */
function roleBoost(boost: HabitBoost, account: number, row: number): number {
  return Math.max(boost.row(row), weights.ofOtherRole * boost.account(account));
}

/** What a role scores by itself: 0 unless words name it, or it lifts the match into a better class. */
function roleScore(
  index: SearchIndex,
  typed: TypedMatch,
  spare: number,
  account: number,
  row: number,
  matchClass: number,
): number {
  const role = index.rowRole[row] ?? 0;
  const isNamed = isRoleNamed(typed, spare, account, role);
  if (!isNamed && (typed.roleMask[role] ?? 0) === 0 && acrossMask(typed, account, role) === 0) return 0;
  const own = scoreAccount(index, typed, typed.full, account, role);
  if (!isNamed && own.matchClass <= matchClass) return 0;
  // An account that needs the role for its class is named no better than others are by themselves.
  const named = own.matchClass > matchClass ? 0 : weights.accountAlone + (isNamed ? weights.namedRole : 0);
  return directLevel(own.matchClass) + own.text + (index.goneRows.has(row) ? weights.gone : named);
}

/**
 * Words that say nothing of the account which the other words do not say as fully: they are free to name a role. A
 * region's are not.
 */
function spareWords({ words, accounts, ofRegions }: TypedMatch, account: number): number {
  if (words < 2) return 0;
  let spare = 0;
  for (let word = 0; word < words; word++)
    // Its number says all of an account: `222222222222 dev` means a role.
    if ((accounts[word]?.value[account] ?? 0) >= MatchClass.id) return ~(1 << word);
  for (let word = 0; word < words; word++) {
    if ((ofRegions & (1 << word)) !== 0) continue;
    let touched = accounts[word]?.touched[account] ?? 0;
    let covered = accounts[word]?.covered[account] ?? 0;
    for (let other = 0; other < words; other++) {
      if (other === word || !isSure(accounts[other], account)) continue;
      touched &= ~(accounts[other]?.touched[account] ?? 0);
      covered &= ~(accounts[other]?.covered[account] ?? 0);
    }
    if ((touched | covered) === 0) spare |= 1 << word;
  }
  return spare;
}

/** Equal words have one match. */
function isTwice({ accounts }: TypedMatch, word: number): boolean {
  const match = accounts[word];
  return match !== undefined && accounts.indexOf(match) !== accounts.lastIndexOf(match);
}

/** Typing errors and parts of words may lie in many places: they do not free another word. */
function isSure(match: Match | undefined, account: number): boolean {
  return (match?.value[account] ?? 0) >= MatchClass.mention;
}

/**
 * A role is named by a spare word of more than a letter or two that fits it at least as well as the account, and by a
 * word whose beginning stands for the account and whose rest for the role, where that is the better of two ways to read
 * initials.
 */
function isRoleNamed(typed: TypedMatch, spare: number, account: number, role: number): boolean {
  for (let word = 0; word < typed.words; word++) {
    const own = typed.accounts[word]?.value[account] ?? 0;
    const fit = (spare & (1 << word)) === 0 ? 0 : (typed.roles[word]?.value[role] ?? 0);
    if (
      fit > 0 &&
      !isSlight(fit) &&
      fit >= (isTwice(typed, word) ? Math.floor(own) : Math.min(own, MatchClass.acronym))
    )
      return true;
    const across = typed.across[word] ? acrossValue(typed, word, account, role) : 0;
    if (across > own && Math.floor(across) === Math.floor(own)) return true;
  }
  return false;
}

function offerRow(top: TopList<Place>, account: number, row: number, score: number): void {
  if (top.wants(score)) top.keep(score, { kind: 'role', account, row });
}

/** An account that some words do not fit: those of its roles that fit the rest. */
function offerRoles(
  index: SearchIndex,
  typed: TypedMatch,
  boost: HabitBoost,
  top: TopList<Place>,
  account: number,
  begun: number,
  alone: Float64Array,
): void {
  const { full, roleMask, accountMask } = typed;
  const own = accountMask[account] ?? 0;
  const first = index.rowStart[account] ?? 0;
  const end = index.rowStart[account + 1] ?? 0;
  for (let row = first; row < end; row++) {
    const role = index.rowRole[row] ?? 0;
    const mask = own | (roleMask[role] ?? 0);
    if (mask !== full && ((mask | begun) !== full || (mask | acrossMask(typed, account, role)) !== full)) continue;
    const score =
      own === 0 && mask === full
        ? aloneScore(index, typed, account, role, alone)
        : fullScore(index, typed, account, role);
    if (score === 0) continue;
    if (score + MOST_BOOST <= top.least) {
      top.pass(1);
      continue;
    }
    const place = (row === first ? weights.usualRole : 0) + (index.goneRows.has(row) ? weights.gone : 0);
    offerRow(top, account, row, score + place + roleBoost(boost, account, row));
  }
}

function fullScore(index: SearchIndex, typed: TypedMatch, account: number, role: number): number {
  const { matchClass, text } = scoreAccount(index, typed, typed.full, account, role);
  return matchClass === 0 ? 0 : directLevel(matchClass) + text;
}

/** What a role scores in any account that no word fits. */
function aloneScore(index: SearchIndex, typed: TypedMatch, account: number, role: number, alone: Float64Array): number {
  const known = alone[role] ?? Number.NaN;
  return Number.isNaN(known) ? (alone[role] = fullScore(index, typed, account, role)) : known;
}

/** Words whose beginning may stand for the account, if a role's name takes up the rest. */
function begunMask(typed: TypedMatch, account: number): number {
  let mask = 0;
  for (let word = 0; word < typed.words; word++)
    if ((typed.across[word]?.account.used[account] ?? 0) !== 0) mask |= 1 << word;
  return mask;
}

function acrossMask(typed: TypedMatch, account: number, role: number): number {
  let mask = 0;
  for (let word = 0; word < typed.words; word++)
    if (typed.across[word] && acrossValue(typed, word, account, role) > 0) mask |= 1 << word;
  return mask;
}
