import { computed, signal } from '@preact/signals';

/** Something that was done and can be taken back. */
export interface Step {
  readonly says: string;
  undo(): unknown;
  /** Steps of one name in a row, such as the letters typed into one field, are taken back together. */
  readonly name?: string;
}

const MOST_STEPS = 50;

export type Undo = ReturnType<typeof createUndo>;

/** What was done on a page, the last first. */
export function createUndo() {
  const steps = signal<readonly Step[]>([]);

  return {
    /** What `undo` would take back. */
    last: computed(() => steps.value.at(-1)),

    did(step: Step): void {
      const before = steps.value.at(-1);
      const isMore = before !== undefined && step.name !== undefined && before.name === step.name;
      steps.value = isMore ? steps.value : [...steps.value, step].slice(-MOST_STEPS);
    },

    async undo(): Promise<void> {
      const step = steps.value.at(-1);
      steps.value = steps.value.slice(0, -1);
      await step?.undo();
    },
  };
}
