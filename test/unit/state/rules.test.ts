import { describe, expect, test } from 'vitest';
import { parseAccountId } from '../../../lib/model/account';
import { fail, succeed } from '../../../lib/model/failure';
import { mergedRules } from '../../../lib/model/merged-edits';
import { emptyPersonal } from '../../../lib/model/personal';
import { parseRules, type Rule } from '../../../lib/model/rule';
import { emptyDirectory } from '../../../lib/model/snapshot';
import { createRules, type RulesWorld, setFrom } from '../../../lib/state/rules';
import { createUndo } from '../../../lib/state/undo';

const ruleOf = (id: string, place: number, label = id): Rule => {
  const [rule] = parseRules([{ id, place, when: { name: id }, set: { label } }]);
  if (!rule) throw new Error('no rule');
  return rule;
};

/** A worker that merges as the real one, to which rules come by sync. */
function setUp(first: readonly Rule[]) {
  const worker = { rules: first, isFull: false, answers: Promise.resolve() };
  let made = 0;
  const undo = createUndo();
  const setRules = async ({ base, rules }: { base?: Rule[] | undefined; rules: Rule[] }) => {
    if (worker.isFull) return fail({ reason: 'refused', why: 'The disk is full.' });
    const answer = (worker.rules = mergedRules(worker.rules, base ?? worker.rules, rules));
    await worker.answers;
    return succeed(answer);
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

describe('a rule whose label is typed', () => {
  function typing(...texts: readonly string[]) {
    const own = setUp([ruleOf('one', 1, 'Payments'), ruleOf('two', 2)]);
    const type = (text: string): void => {
      const [one] = own.page.rules.value;
      if (one) own.page.edit(one, 'set', 'label', setFrom('label', text));
    };
    const typed = async (): Promise<void> => {
      await own.page.load();
      for (const text of texts) {
        type(text);
        await own.settled();
      }
    };
    return { ...own, type, typed };
  }

  test('has its old one back, also where the first key was a space, which changes nothing', async () => {
    const { worker, undo, typed } = typing('Payments ', 'Payments E', 'Payments EU');
    await typed();
    expect(namesOf(worker.rules)).toEqual(['one Payments EU', 'two two']);
    await undo.undo();
    expect(namesOf(worker.rules)).toEqual(['one Payments', 'two two']);
    expect(undo.last.value).toBeUndefined();
  });

  test('keeps what another window decided meanwhile, when its label is taken back', async () => {
    const { worker, page, undo, typed } = typing('Billing');
    await typed();
    worker.rules = worker.rules.map((rule) => ({ ...rule, set: { ...rule.set, guard: true } }));
    await page.load();
    await undo.undo();
    expect(worker.rules[0]?.set).toEqual({ label: 'Payments', guard: true });
  });

  test('does not write over what another window changed while the answer was on its way', async () => {
    const { worker, page, type, settled } = typing();
    await page.load();
    let answer = (): void => {};
    worker.answers = new Promise((resolve) => (answer = resolve));
    type('Mine');
    worker.rules = worker.rules.map((rule) => (rule.id === 'two' ? { ...rule, set: { label: 'Theirs' } } : rule));
    await page.load();
    answer();
    await settled();
    expect(namesOf(page.rules.value)).toEqual(['one Mine', 'two Theirs']);
  });

  test('is not forgotten where it could not be stored, and goes with the next word of the worker', async () => {
    const { worker, page, type, settled } = typing();
    await page.load();
    worker.isFull = true;
    type('Typed');
    await settled();
    expect(page.failure.value).toMatchObject({ reason: 'refused' });
    worker.isFull = false;
    await page.load();
    await settled();
    expect(namesOf(page.rules.value)).toEqual(['one Typed', 'two two']);
    expect(namesOf(worker.rules)).toEqual(['one Typed', 'two two']);
    expect(page.failure.value).toBeUndefined();
  });
});
