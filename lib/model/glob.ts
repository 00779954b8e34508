/**
 * True where the pattern describes the whole text: `*` stands for any signs or none, `?` for one; capitals don't count.
 * Goes back to the last `*` only, so it takes at most pattern × text steps and a run of `*` one pass: no pattern from a
 * file can hang a tab.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  const wanted = [...pattern.toLowerCase()];
  const signs = [...text.toLowerCase()];
  let next = 0;
  let star = -1;
  let afterStar = 0;
  for (let at = 0; at < signs.length;) {
    if (wanted[next] === '*') {
      star = next++;
      afterStar = at;
    } else if (wanted[next] === '?' || wanted[next] === signs[at]) {
      next++;
      at++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++afterStar;
    } else return false;
  }
  while (wanted[next] === '*') next++;
  return next === wanted.length;
}

/** True where nothing is asked for, or what there is fits. */
export function fitsGlob(pattern: string | undefined, text: string | undefined): boolean {
  return pattern === undefined || (text !== undefined && matchesGlob(pattern, text));
}
