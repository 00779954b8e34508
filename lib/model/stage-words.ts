/** Ways to write the stage that an account is for, one stage a line. */
const stages = `prod prd production live
stg stage staging
dev devel development
sbx sandbox
tst test testing
nonprod nonprd
preprod preprd`
  .split('\n')
  .map((line) => line.split(' '));

/** Such a beginning is meant as the whole word: `produ`, `sandb`. */
const SHORTEST_BEGINNING = 5;

/** Other words for the stage that a typed word names: `prd` and `production` for `prod`. */
export function otherSpellings(typed: string): readonly string[] {
  const isMeant = (word: string): boolean =>
    word === typed || (typed.length >= SHORTEST_BEGINNING && word.startsWith(typed));
  return (stages.find((spellings) => spellings.some(isMeant)) ?? []).filter((word) => word !== typed);
}
