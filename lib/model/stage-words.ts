/** Ways to write the stage that an account is for. A loose one means the same in many companies, not in all. */
interface Stage {
  readonly spellings: readonly string[];
  readonly loose?: readonly string[];
}

const stages: readonly Stage[] = [
  { spellings: ['prod', 'prd', 'production'], loose: ['live'] },
  { spellings: ['stg', 'stage', 'staging'] },
  { spellings: ['dev', 'devel', 'development'] },
  { spellings: ['sbx', 'sandbox'] },
  { spellings: ['tst', 'test', 'testing'] },
  { spellings: ['nonprod', 'nonprd', 'nonproduction'] },
  { spellings: ['preprod', 'preprd', 'preproduction'] },
];

/** Such a beginning is meant as the whole word: `produ`, `sandb`. */
const SHORTEST_BEGINNING = 5;

export interface Spelling {
  readonly word: string;
  readonly isLoose: boolean;
}

/** Other words for the stage that a typed word names: `prd` and `production` for `prod`. */
export function otherSpellings(typed: string): readonly Spelling[] {
  return stages.flatMap(({ spellings, loose = [] }) => {
    const isSpelling = spellings.some((word) => means(typed, word));
    if (!isSpelling && !loose.includes(typed)) return [];
    const others = spellings.filter((word) => word !== typed).map((word) => ({ word, isLoose: !isSpelling }));
    return isSpelling ? [...others, ...loose.map((word) => ({ word, isLoose: true }))] : others;
  });
}

function means(typed: string, word: string): boolean {
  return typed === word || (typed.length >= SHORTEST_BEGINNING && word.startsWith(typed));
}
