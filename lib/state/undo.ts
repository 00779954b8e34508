import { computed, signal } from '@preact/signals';

/** Something that was done and can be taken back. */
export interface Step {
  readonly says: string;
  /** Gives, or comes to, `false` where it could not be taken back. */
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
  /** Could not be taken back, and is offered for a second time. */
  const tried = new WeakSet<Step>();

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
      if (!step) return;
      const earlier = steps.value.slice(0, -1);
      steps.value = earlier;
      if ((await step.undo()) !== false || tried.has(step)) return;
      tried.add(step);
      const later = steps.value.filter((own) => !earlier.includes(own));
      steps.value = [...steps.value.filter((own) => earlier.includes(own)), step, ...later].slice(-MOST_STEPS);
    },
  };
}
