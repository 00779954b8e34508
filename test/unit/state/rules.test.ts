import { describe, expect, test } from 'vitest';
import { parseAccountId } from '../../../lib/model/account';
import { succeed } from '../../../lib/model/failure';
import { mergedRules } from '../../../lib/model/merged-edits';
import { emptyPersonal } from '../../../lib/model/personal';
import { parseRules, type Rule } from '../../../lib/model/rule';
import { emptyDirectory } from '../../../lib/model/snapshot';
import { createRules, type RulesWorld } from '../../../lib/state/rules';
import { createUndo } from '../../../lib/state/undo';

const ruleOf = (id: string, place: number, label = id): Rule => {
  const [rule] = parseRules([{ id, place, when: { name: id }, set: { label } }]);
  if (!rule) throw new Error('no rule');
  return rule;
};

/** A worker that merges as the real one, to which rules come by sync. */
function setUp(first: readonly Rule[]) {
  const worker = { rules: first };
  let made = 0;
  const undo = createUndo();
  const setRules = async ({ base, rules }: { base?: Rule[] | undefined; rules: Rule[] }) => {
    worker.rules = mergedRules(worker.rules, base ?? worker.rules, rules);
    return succeed(worker.rules);
  };
  const page = createRules(
    {
      read: async () => ({ directory: emptyDirectory, personal: { ...emptyPersonal, rules: worker.rules } }),
      background: { setRules } as unknown as RulesWorld['background'],
      randomId: () => `made-${++made}`,
    },
    undo,
  );
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return { worker, page, undo, settled };
}

const namesOf = (rules: readonly Rule[]): string[] => rules.map(({ id, set }) => `${id} ${set.label ?? ''}`.trim());

describe('a page that has not seen a rule which arrived', () => {
  test('keeps it when another rule is edited, and shows it then', async () => {
    const { worker, page, settled } = setUp([ruleOf('one', 1)]);
    await page.load();
    worker.rules = [...worker.rules, ruleOf('arrived', 2)];
    const [one] = page.rules.value;
    if (one) page.edit(one, 'set', 'label', 'Edited');
    await settled();
    expect(namesOf(worker.rules)).toEqual(['one Edited', 'arrived arrived']);
    expect(namesOf(page.rules.value)).toEqual(['one Edited', 'arrived arrived']);
  });

  test('keeps it when what was done before is taken back', async () => {
    const { worker, page, undo, settled } = setUp([ruleOf('one', 1), ruleOf('two', 2)]);
    await page.load();
    const [one] = page.rules.value;
    if (one) page.remove(one);
    await settled();
    worker.rules = [...worker.rules, ruleOf('arrived', 3)];
    await page.load();
    await undo.undo();
    expect(namesOf(worker.rules)).toEqual(['one one', 'two two', 'arrived arrived']);
  });

  test('adds none before it has read what there is', async () => {
    const { worker, page, settled } = setUp([ruleOf('one', 1)]);
    const account = parseAccountId('111111111111');
    if (account) page.colourAccount(account);
    page.addEmpty();
    await settled();
    expect(namesOf(worker.rules)).toEqual(['one one']);
    expect(page.rules.value).toEqual([]);
  });
});
