/** Middle value; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Between which values the middle half lies. */
export function quartiles(values: readonly number[]): [low: number, high: number] {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  return [at(0.25), at(0.75)];
}

/** Mean of the middle half: what is measured in steps does not jump by one of them, as a median does; 0 for none. */
export function middleMean(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const cut = Math.floor(sorted.length / 4);
  const middle = sorted.slice(cut, sorted.length - cut);
  return middle.length > 0 ? middle.reduce((sum, value) => sum + value, 0) / middle.length : 0;
}

/** The value that all but this share of the values stay within; 0 for none. */
export function within(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
