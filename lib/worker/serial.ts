export type Serial = ReturnType<typeof createSerial>;

/** Runs tasks one after the other, in the order in which they came; a failed one does not stop the next. */
export function createSerial(): <Value>(task: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}
