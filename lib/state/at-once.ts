import { computed, signal } from '@preact/signals';

/** What is stored, with all that was asked for and is not answered yet on top: reading it anew shows that all the same. */
export function createAtOnce<Value extends object>(initial: Value) {
  const stored = signal(initial);
  const underWay = signal<ReadonlySet<Partial<Value>>>(new Set());

  return {
    stored,
    shown: computed<Value>(() => Object.assign({}, stored.value, ...underWay.value)),

    /** Shows a change for as long as it is being made. */
    async during<Answer>(change: Partial<Value>, make: (change: Partial<Value>) => Promise<Answer>): Promise<Answer> {
      underWay.value = new Set([...underWay.value, change]);
      try {
        return await make(change);
      } finally {
        underWay.value = new Set([...underWay.value].filter((other) => other !== change));
      }
    },
  };
}
