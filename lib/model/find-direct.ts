import type { HabitBoost } from './habit-boost';
import { type Match, MatchClass } from './match';
import { acrossValue, directLevel, scoreAccount, scoreApp, weights } from './rank';
import type { SearchIndex } from './search-index';
import type { TopList } from './top-list';
import type { TypedMatch } from './typed-match';

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

/** Offers every account, role and app that all words fit. */
export function findDirect(index: SearchIndex, typed: TypedMatch, boost: HabitBoost, top: TopList<Place>): void {
  const { accountMask, full } = typed;
  const anyRole = typed.roleMask.reduce((mask, each) => mask | each, 0);
  for (let account = 0; account < accountMask.length; account++) {
    const own = accountMask[account] ?? 0;
    if (own === full) offerWhole(index, typed, boost, top, account);
    else if ((own | anyRole | begunMask(typed, account)) === full) offerRoles(index, typed, boost, top, account);
  }
  for (let app = 0; app < typed.appMask.length; app++) {
    if (typed.appMask[app] !== full) continue;
    const { matchClass, text } = scoreApp(index, typed, app);
    const score = directLevel(matchClass) + text + boost.app(app);
    if (top.wants(score)) top.keep(score, { kind: 'app', app });
  }
}

/** An account that needs no role to fit: its usual role, itself, then the other roles. */
function offerWhole(
  index: SearchIndex,
  typed: TypedMatch,
  boost: HabitBoost,
  top: TopList<Place>,
  account: number,
): void {
  const { rowStart, rowRole, goneRows } = index;
  const first = rowStart[account] ?? 0;
  const end = rowStart[account + 1] ?? 0;
  const { matchClass, text } = scoreAccount(index, typed, typed.full, account, -1);
  const base = directLevel(matchClass) + text + weights.accountAlone;
  const spare = spareWords(typed, account);
  const usual = first < end && !goneRows.has(first) ? first : -1;
  const shared = base + boost.account(account);
  if (usual !== -1) {
    const named = isNamed(usual) ? weights.namedRole + boost.row(usual) : boost.row(usual);
    offerRow(top, account, usual, Math.max(shared, ownScore(usual) + named));
  }
  if (top.wants(shared)) top.keep(shared, { kind: 'account', account });
  for (let row = usual === -1 ? first : first + 1; row < end; row++) {
    const other = isNamed(row) ? weights.namedRole : weights.otherRole;
    const place = boost.row(row) + (goneRows.has(row) ? weights.gone : other);
    offerRow(top, account, row, Math.max(base, ownScore(row)) + place);
  }

  /** A role counts by itself only where words name it, or where it lifts the match into a better class. */
  function ownScore(row: number): number {
    const role = rowRole[row] ?? 0;
    if ((typed.roleMask[role] ?? 0) === 0 && !isNamed(row)) return 0;
    const own = scoreAccount(index, typed, typed.full, account, role);
    return own.matchClass > matchClass || isNamed(row) ? directLevel(own.matchClass) + own.text : 0;
  }

  function isNamed(row: number): boolean {
    return isRoleNamed(typed, spare, account, rowRole[row] ?? 0);
  }
}

/** Words that say nothing of the account which the other words do not say: they are free to name a role. */
function spareWords({ words, accounts }: TypedMatch, account: number): number {
  if (words < 2) return 0;
  let spare = 0;
  for (let word = 0; word < words; word++) {
    let byOthers = 0;
    for (let other = 0; other < words; other++)
      if (other !== word && isSure(accounts[other], account)) byOthers |= accounts[other]?.touched[account] ?? 0;
    if (((accounts[word]?.touched[account] ?? 0) & ~byOthers) === 0) spare |= 1 << word;
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
 * A role is named by a spare word that fits it at least as well as the account, and by a word whose beginning stands for
 * the account and whose rest for the role, where that is the better of two ways to read initials.
 */
function isRoleNamed(typed: TypedMatch, spare: number, account: number, role: number): boolean {
  for (let word = 0; word < typed.words; word++) {
    const own = typed.accounts[word]?.value[account] ?? 0;
    const fit = (spare & (1 << word)) === 0 ? 0 : (typed.roles[word]?.value[role] ?? 0);
    if (fit > 0 && fit >= (isTwice(typed, word) ? Math.floor(own) : own)) return true;
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
): void {
  const { full, roleMask, accountMask } = typed;
  const own = accountMask[account] ?? 0;
  const first = index.rowStart[account] ?? 0;
  const end = index.rowStart[account + 1] ?? 0;
  for (let row = first; row < end; row++) {
    const role = index.rowRole[row] ?? 0;
    const mask = own | (roleMask[role] ?? 0);
    if (mask !== full && (mask | acrossMask(typed, account, role)) !== full) continue;
    const { matchClass, text } = scoreAccount(index, typed, full, account, role);
    if (matchClass === 0) continue;
    const place = (row === first ? weights.usualRole : 0) + (index.goneRows.has(row) ? weights.gone : 0);
    offerRow(top, account, row, directLevel(matchClass) + text + place + boost.row(row));
  }
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
