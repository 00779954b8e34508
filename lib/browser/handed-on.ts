type Receiver = 'aside' | 'guard';

const keyOf = (receiver: Receiver): symbol => Symbol.for(`burgee: handed on to ${receiver}`);

/** Leaves something for a script that comes behind in this page, in the world that scripts of one extension share and no page reaches. */
export function handOn(receiver: Receiver, value: unknown): void {
  Reflect.set(globalThis, keyOf(receiver), value);
}

/** What a script before has left for this one, once. */
export function handedOn<Value>(receiver: Receiver): Value | undefined {
  const value = Reflect.get(globalThis, keyOf(receiver)) as Value | undefined;
  Reflect.deleteProperty(globalThis, keyOf(receiver));
  return value;
}
