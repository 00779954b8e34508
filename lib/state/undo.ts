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
  const last = computed(() => steps.value.at(-1));
  const hidden = signal<Step | undefined>(undefined);

  return {
    /** What `undo` would take back. */
    last,
    /** The same, unless the person has closed it. */
    told: computed(() => (last.value === hidden.value ? undefined : last.value)),

    /** Says no more of what was done last; it can be taken back all the same. */
    hide(): void {
      hidden.value = last.value;
    },

    did(step: Step): void {
      const before = steps.value.at(-1);
      if (before === undefined || step.name === undefined || before.name !== step.name) {
        steps.value = [...steps.value, step].slice(-MOST_STEPS);
        return;
      }
      const both = { ...step, undo: before.undo };
      // Closed it stays closed, as long as it has nothing new to say.
      if (hidden.value === before && before.says === both.says) hidden.value = both;
      steps.value = [...steps.value.slice(0, -1), both];
    },

    async undo(): Promise<void> {
      const step = steps.value.at(-1);
      steps.value = steps.value.slice(0, -1);
      await step?.undo();
    },
  };
}
