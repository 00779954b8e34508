/** A page that nobody sees draws no frame. */
const LONGEST_WAIT_MS = 150;

/** Settles once the page has drawn a frame, for what would hold that frame up; in a page out of sight a moment later. */
export function afterFirstFrame(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, LONGEST_WAIT_MS);
  });
}
