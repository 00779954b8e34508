import { describe, expect, test } from 'vitest';
import { parseSettings, type SettingsDocument } from '../../../lib/model/settings-document';
import { takenBack } from '../../../lib/model/taken-back';

const portal = 'https://d-1234567890.awsapps.com/start';
const [one, two, three, four] = ['1', '2', '3', '4'].map((digit) => `account|${portal}|${digit.repeat(12)}`);
const account = '111111111111';

function settings(parts: object): SettingsDocument {
  const read = parseSettings({ format: 'burgee-settings', version: 4, ...parts });
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.document;
}

const rule = (id: string, place: number, colour = '#aa0000') => ({ id, place, when: { name: id }, set: { colour } });

/** The parts of settings as they are once a step from `before` to `after` was taken back. */
const back = (before: object, after: object, now: object) =>
  takenBack(settings(now), settings(before), settings(after));

describe('what is taken back', () => {
  test('is what the step changed, and nothing that was set since', () => {
    const result = back(
      { accounts: { [account]: { label: 'Mine' } } },
      { accounts: { [account]: { label: 'Team', colour: '#00aa00' } }, hidden: [two] },
      {
        accounts: {
          [account]: { label: 'Team', colour: '#00aa00', note: 'since' },
          '222222222222': { label: 'since' },
        },
        hidden: [two, three],
        pins: [four],
        preferences: { labelForm: 'bar' },
        rules: [rule('since', 1)],
      },
    );
    expect(result).toEqual(
      settings({
        accounts: { [account]: { label: 'Mine', note: 'since' }, '222222222222': { label: 'since' } },
        hidden: [three],
        pins: [four],
        preferences: { labelForm: 'bar' },
        rules: [rule('since', 1)],
      }),
    );
  });

  test('is not what was changed again since', () => {
    const of = (label: string, labelForm: string) => ({
      accounts: { [account]: { label } },
      preferences: { labelForm },
    });
    const since = { ...of('Team, ours', 'badge'), groups: [] };
    const before = { ...of('Mine', 'frame'), groups: [{ name: 'Shop', accounts: [account] }] };
    const after = { ...of('Team', 'bar'), groups: before.groups };
    expect(back(before, after, since)).toEqual(settings(since));
  });

  test('comes back to where it stood, beside what came since', () => {
    const { pins } = back({ pins: [one, two, three] }, { pins: [two] }, { pins: [two, four] });
    expect(pins).toEqual([one, two, three, four]);
  });

  test('leaves the order alone that things were put in since', () => {
    expect(back({ pins: [one, two] }, { pins: [one, two, three] }, { pins: [two, one, three] }).pins).toEqual([
      two,
      one,
    ]);
    const { pins } = back({ pins: [one, two, three] }, { pins: [one, two] }, { pins: [two, one] });
    expect(pins).toEqual([two, one, three]);
  });

  test('is a rule that came with the step, wherever it was moved to', () => {
    const after = { rules: [rule('mine', 1), rule('team', 2)] };
    const now = { rules: [rule('team', 1), rule('mine', 2)] };
    expect(back({ rules: [rule('mine', 1)] }, after, now).rules).toEqual([{ ...rule('mine', 2) }]);
  });

  test('is no part of a rule that came with the step and was edited since', () => {
    const edited = { rules: [rule('team', 1, '#0000aa')] };
    expect(back({}, { rules: [rule('team', 1)] }, edited).rules).toEqual(settings(edited).rules);
  });

  test('is a rule that the step took away, between those that stand there now', () => {
    const before = { rules: [rule('a', 1), rule('b', 2), rule('c', 3)] };
    const now = { rules: [rule('a', 1), rule('c', 3), rule('since', 4)] };
    const { rules } = back(before, { rules: [rule('a', 1), rule('c', 3)] }, now);
    expect(rules.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'since']);
  });

  test('is one setting of a rule of which another was set since', () => {
    const now = { rules: [{ ...rule('a', 1, '#0000aa'), set: { colour: '#0000aa', label: 'since' } }] };
    const { rules } = back({ rules: [rule('a', 1)] }, { rules: [rule('a', 1, '#0000aa')] }, now);
    expect(rules.map(({ set }) => set)).toEqual([{ colour: '#aa0000', label: 'since' }]);
  });

  test('comes back to where it stood, whatever was moved in other lists since', () => {
    const [before, after] = [{ hidden: [one, two, three] }, { hidden: [two] }];
    const { hidden } = back(
      { pins: [one, two], ...before },
      { pins: [one, two], ...after },
      { pins: [two, one], ...after },
    );
    expect(hidden).toEqual([one, two, three]);
  });

  test('is a portal that came with the step, also once its own page told its region, unless it was named since', () => {
    const portals = (region: string, name = '') => ({ portals: [{ startUrl: portal, region, name }] });
    expect(back({}, portals('us-east-1'), portals('eu-west-1')).portals).toEqual([]);
    expect(back({}, portals('us-east-1'), portals('us-east-1', 'Work')).portals).toHaveLength(1);
    expect(back(portals('us-east-1', 'Work'), portals('us-east-1', 'Job'), portals('eu-west-1', 'Job'))).toEqual(
      settings(portals('eu-west-1', 'Work')),
    );
  });
});
