/** Long work in steps of a few milliseconds, so that a page can answer keys in between. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Does all of it without a break. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** So many accounts are made ready in one step. */
const ACCOUNTS_A_STEP = 256;

export function isStepEnd(number: number): boolean {
  return number % ACCOUNTS_A_STEP === ACCOUNTS_A_STEP - 1;
}
