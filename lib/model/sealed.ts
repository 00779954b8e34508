import { canonicalJson } from './canonical-json';
import { checksum } from './checksum';

/** Goes with a value that is kept twice: which version it is, and what it comes to. */
export interface Seal {
  readonly number: number;
  readonly sum: string;
}

/** One of the two copies, as it was found; `value` is undefined where there is none. */
export interface Copy {
  readonly value: unknown;
  readonly seal: unknown;
}

export function sealOf(value: unknown, number: number): Seal {
  return { number, sum: checksum(canonicalJson(value)) };
}

/** The version of a sealed value, or 0. */
export function sealNumber(seal: unknown): number {
  const number = typeof seal === 'object' && seal !== null ? (Reflect.get(seal, 'number') as unknown) : 0;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : 0;
}

/** Of two copies the one to trust: a sound one before a damaged one, the newer of two sound ones, the first of equals. */
export function betterCopy(one: Copy, other: Copy): Copy {
  return worth(other) > worth(one) ? other : one;
}

/** Nothing is worth least; what was never sealed comes after everything that is sound, and before what is damaged. */
function worth({ value, seal }: Copy): number {
  if (value === undefined) return -2;
  if (seal === undefined) return 0;
  const number = sealNumber(seal);
  return number > 0 && Reflect.get(Object(seal), 'sum') === sealOf(value, number).sum ? number : -1;
}
