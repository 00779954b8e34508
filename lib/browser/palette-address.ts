/** How this very page was opened: in a window of its own, and for which tab's page. */
export function paletteOf(hash: string): { isPalette: boolean; fromTab: number | undefined } {
  const match = /^#palette(?:=(\d+))?$/.exec(hash);
  return { isPalette: match !== null, fromTab: match?.[1] === undefined ? undefined : Number(match[1]) };
}
