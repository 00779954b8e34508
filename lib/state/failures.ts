import { signal } from '@preact/signals';
import { type Failure, type Outcome, succeed } from '../model/failure';

export type Failures<Control extends string> = ReturnType<typeof createFailures<Control>>;

/** What the last use of each control failed with, to be told beside it. */
export function createFailures<Control extends string>() {
  const failures = signal<ReadonlyMap<Control, Failure>>(new Map());

  function note(control: Control, outcome: Outcome<unknown>): void {
    if (outcome.ok && !failures.value.has(control)) return;
    const others = [...failures.value].filter(([other]) => other !== control);
    failures.value = new Map(outcome.ok ? others : [...others, [control, outcome.failure]]);
  }

  return {
    of: (control: Control): Failure | undefined => failures.value.get(control),

    /** Notes what came of a use; what the one before failed with is forgotten at once, so that it is heard again. */
    async after<Value>(control: Control, use: Promise<Outcome<Value>>): Promise<Outcome<Value>> {
      note(control, succeed());
      const outcome = await use;
      note(control, outcome);
      return outcome;
    },
  };
}
