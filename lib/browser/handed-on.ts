const HANDED_ON = Symbol.for('burgee: handed on');

/** Leaves something for the script that comes next in this page, in the world that scripts of one extension share and no page reaches. */
export function handOn(value: unknown): void {
  Reflect.set(globalThis, HANDED_ON, value);
}

/** What the script before has left, once. */
export function handedOn<Value>(): Value | undefined {
  const value = Reflect.get(globalThis, HANDED_ON) as Value | undefined;
  Reflect.deleteProperty(globalThis, HANDED_ON);
  return value;
}
