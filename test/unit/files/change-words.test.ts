import { expect, test } from 'vitest';
import { changeTitle, valueWords } from '../../../components/change-words';
import { parseRules } from '../../../lib/model/rule';
import type { Change } from '../../../lib/model/settings-facts';

const rules = parseRules([
  { id: '5f0c', place: 1_024, when: { name: 'prod' }, set: { colour: '#c8102e', level: 'production', guard: true } },
  { id: '77aa', place: 2_048, when: {}, set: { sessionHours: 4 } },
]);

function said(kind: Change['kind'], of: string, field: string, after: unknown): string {
  const change = { kind, of, field, before: undefined, after };
  return `${changeTitle(change, rules)}: ${valueWords(change, undefined, [])} → ${valueWords(change, after, rules)}`;
}

test.each<[Change['kind'], string, string, unknown, string]>([
  ['rules', '5f0c', 'when', { name: 'prod' }, 'Rule prod · For which accounts: not set → prod'],
  ['rules', '5f0c', 'set.colour', '#c8102e', 'Rule prod · Colour: not set → #c8102e'],
  ['rules', '5f0c', 'set.level', 'production', 'Rule prod · Level: not set → Production'],
  ['rules', '5f0c', 'set.guard', true, 'Rule prod · Guard: not set → Ask before anything destructive'],
  ['rules', '77aa', 'place', 2_048, 'Rule All accounts · Place: not set → 2'],
  ['rules', '77aa', 'set.sessionHours', 4, 'Rule All accounts · Console sessions last: not set → 4 hours'],
  [
    'preferences',
    '',
    'tabGroups',
    true,
    'Setting · Gather each account’s consoles in a tab group of its colour: not set → on',
  ],
  ['preferences', '', 'labelForm', 'badge', 'Setting · How a console tab is marked: not set → The badge alone'],
  ['accounts', '111111111111', 'note', 'Ask Jane', 'Account 111111111111 · Note: not set → Ask Jane'],
  [
    'pins',
    'role|https://d-1234567890.awsapps.com/start|111111111111|Admin',
    '',
    true,
    'Pin 111111111111 · Admin · d-1234567890.awsapps.com: not set → on',
  ],
])('a change of %s %s %s is said in the words of the page', (kind, of, field, after, words) => {
  expect(said(kind, of, field, after)).toBe(words);
});
