import { batch } from '@preact/signals';
import { type Action, type ActionContext, openRow } from '../actions/action';
import { actions } from '../actions';
import { parseSessionStep } from '../model/console-sessions';
import type { Row } from '../model/row';
import { say } from '../model/say';
import type { Where } from '../model/where';
import { type Asking, comeBack, goInto, type LauncherMemory } from './launcher-memory';
import type { LauncherWorld } from './launcher-world';
import type { SessionChoice } from './session-choice';
import type { Telling } from './telling';

/** The command that lists what the person hid. */
export const SHOW_HIDDEN = 'show-hidden';

/** What Enter, a click or an action's key does with a row. A session more than AWS allows opens after a choice. */
export function createOpening(
  world: LauncherWorld,
  memory: LauncherMemory,
  { does, tell }: Telling,
  choice: SessionChoice,
  offerAccount: (row: Row) => void,
) {
  const { personal, marked, menuFor, inside, prompt, query, position, told, failure, isHiddenShown } = memory;
  /** What was asked to be opened and is not open yet. */
  const underWay = new Set<string>();

  async function one(row: Row, where: Where, hasRoom = false): Promise<void> {
    if (isWithoutRole(row)) return offerAccount(row);
    if (!hasRoom && choice.isOneMore(row)) return choice.list({ row, go: () => one(row, where, true) });
    if (!(await does((background) => openRow(row, background, where, world.fromTab)))) return;
    if (where !== 'background') return world.close();
    told.value = { says: say('openedRow', row.name), undo: undefined };
  }

  function unmark({ key: opened }: Row): void {
    marked.value = new Map([...marked.value].filter(([key]) => key !== opened));
  }

  /** All that is marked, each behind; the popup closes when the last is open. */
  async function allMarked(opened: number, hasRoom: boolean): Promise<void> {
    const [row] = marked.value.values();
    if (!row) return world.close();
    if (isWithoutRole(row)) {
      unmark(row);
      return offerAccount(row);
    }
    if (!hasRoom && choice.isOneMore(row, opened)) return choice.list({ row, go: () => allMarked(opened, true) });
    if (!(await does((background) => openRow(row, background, 'background', world.fromTab)))) return;
    unmark(row);
    await allMarked(opened + 1, false);
  }

  /** From the menu or from inside an account. */
  async function runById(id: string): Promise<void> {
    const step = parseSessionStep(id);
    if (step) return choice.take(step);
    if (id === SHOW_HIDDEN)
      return batch(() => {
        isHiddenShown.value = true;
        position.value = 0;
      });
    const row = menuFor.value ?? inside.value;
    const action = actions.find((known) => known.id === id);
    if (menuFor.value) {
      menuFor.value = undefined;
      comeBack(memory);
    } else query.value = '';
    if (action && row) await run(action, row);
  }

  async function run(action: Action, row: Row, hasRoom = false): Promise<void> {
    if (!action.fits(row, personal.value)) return;
    if ('opens' in action) return one(row, action.opens);
    if (action.isLaunch && isWithoutRole(row)) return offerAccount(row);
    if (action.isLaunch && !hasRoom && choice.isOneMore(row))
      return choice.list({ row, go: () => run(action, row, true) });
    const context: ActionContext = {
      background: await world.background(),
      personal: personal.value,
      copy: world.copy,
      copySecret: world.copySecret,
      fromTab: world.fromTab,
    };
    const result = action.run(row, context);
    if (result instanceof Promise) return tell(await result);
    failure.value = undefined;
    ask({ ...result, of: row }, result.value);
  }

  function ask(asked: Asking, text: string): void {
    goInto(memory);
    prompt.value = asked;
    query.value = text;
  }

  return {
    run,

    /** Asked for again before it is open it is the same wish. */
    async open(row: Row, where: Where): Promise<void> {
      const isForMarked = marked.value.size > 0 && where !== 'window' && row.entry.kind !== 'command';
      const wish = isForMarked ? 'marked' : row.key;
      if (underWay.has(wish)) return;
      underWay.add(wish);
      try {
        if (row.entry.kind === 'command') await runById(row.entry.command);
        else if (isForMarked) await allMarked(0, false);
        else await one(row, where);
      } finally {
        underWay.delete(wish);
      }
    },

    /** Gives the words as the answer to what was asked. */
    async answer(): Promise<void> {
      const asked = prompt.value;
      if (!asked) return;
      const text = query.value;
      prompt.value = undefined;
      comeBack(memory);
      const done = await asked.answer(text);
      tell(done);
      if (!done.outcome.ok) ask(asked, text);
    },
  };
}

/** What it would open is not there: AWS lists the role no more, or never did. */
function isWithoutRole({ isGone, lacksRole }: Row): boolean {
  return isGone === true || lacksRole === true;
}
