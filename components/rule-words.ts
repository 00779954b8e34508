import type { Account } from '../lib/model/directory';
import type { Rule } from '../lib/model/rule';
import { language, say, sayCount } from '../lib/model/say';
import { levelWords } from '../lib/model/level-words';

/** Whom a rule is for, in a line. */
export function ruleTitle({ when }: Pick<Rule, 'when'>, accounts: readonly Account[]): string {
  const { name, ids, role, portal, partition, region } = when;
  const parts = [name, ids && idsWords(ids, accounts), role, region, portal && new URL(portal).host, partition];
  return parts.filter(Boolean).join(' · ') || say('allAccounts');
}

function idsWords(ids: readonly string[], accounts: readonly Account[]): string {
  const [first] = ids;
  if (ids.length !== 1) return sayCount('accounts', ids.length);
  return accounts.find(({ id }) => id === first)?.name || (first ?? '');
}

/** `4 hours`, in the browser's language. */
export function hoursWords(hours: number): string {
  return hours.toLocaleString(language(), { style: 'unit', unit: 'hour', unitDisplay: 'long' });
}

/** What it decides, part by part. */
export function settingWords({ set }: Rule): string[] {
  const { level, label, emoji, group, defaultRole, region, landing, guard, sessionHours, tabGroup, container } = set;
  const asks = guard === undefined ? '' : say(guard ? 'guardAsk' : 'guardDoNotAsk');
  const own = [
    level && levelWords(level),
    emoji,
    label,
    group,
    defaultRole,
    region,
    landing,
    asks,
    sessionHours && `${say('ruleSession')} ${hoursWords(sessionHours)}`,
    tabGroup,
    container,
  ];
  return own.filter((part): part is string => part !== undefined && part !== '');
}
