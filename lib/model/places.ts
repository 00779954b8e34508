/** Between two that are written one after the other. */
const STEP = 1_024;

/**
 * Ascending places for things in this order. Who has one keeps it where that can be, so that moving one thing gives a
 * new place to that thing only.
 */
export function placesFor(order: readonly string[], known: ReadonlyMap<string, number>): Map<string, number> {
  const kept = longestAscending(
    order.filter((name) => known.has(name)),
    known,
  );
  const places = new Map<string, number>();
  let run: string[] = [];
  let last: number | undefined;
  const fill = (next: number | undefined): void => {
    for (const [at, place] of between(last, next, run.length).entries()) places.set(run[at] ?? '', place);
    run = [];
  };
  for (const name of order) {
    const place = kept.has(name) ? known.get(name) : undefined;
    if (place === undefined) run.push(name);
    else {
      fill(place);
      places.set(name, place);
      last = place;
    }
  }
  fill(undefined);
  const all = order.map((name) => places.get(name) ?? 0);
  const isAscending = all.every((place, at) => at === 0 || place > (all[at - 1] ?? 0));
  return isAscending ? places : new Map(order.map((name, at) => [name, (at + 1) * STEP]));
}

function between(low: number | undefined, high: number | undefined, count: number): number[] {
  const step = low !== undefined && high !== undefined ? (high - low) / (count + 1) : STEP;
  const from = low ?? (high === undefined ? 0 : high - step * (count + 1));
  return Array.from({ length: count }, (_, at) => from + step * (at + 1));
}

/** As many of the names as can stay: the longest run of ascending places among them (patience sorting). */
function longestAscending(names: readonly string[], known: ReadonlyMap<string, number>): ReadonlySet<string> {
  const placeOf = (name: string | undefined): number => (name === undefined ? Number.NaN : (known.get(name) ?? 0));
  const ends: string[] = [];
  const previous = new Map<string, string | undefined>();
  for (const name of names) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeOf(ends[middle]) < placeOf(name)) low = middle + 1;
      else high = middle;
    }
    previous.set(name, ends[low - 1]);
    ends[low] = name;
  }
  const kept = new Set<string>();
  for (let name = ends.at(-1); name !== undefined; name = previous.get(name)) kept.add(name);
  return kept;
}
