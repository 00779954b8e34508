/** What words names are made of. */
export interface Lexicon {
  /** Whether a name has the word, be it several of its own run together. */
  isWord(word: string): boolean;
  /** Whether such a word begins like this. */
  isBegun(beginning: string): boolean;
}

/** Of a shorter part any word has one somewhere. */
const SHORTEST_PART = 2;
const MOST_PARTS = 3;

/** The words with those apart that are several run together, in whatever order: `prodpayments`, `devorderhist`. */
export function splitWords(words: readonly string[], lexicon: Lexicon): string[] {
  return words.flatMap((word) => (lexicon.isBegun(word) ? word : (partsOf(word, lexicon, MOST_PARTS) ?? word)));
}

/** The fewest words that make up the text, the last of them perhaps only begun. */
function partsOf(text: string, lexicon: Lexicon, most: number): readonly string[] | undefined {
  if (lexicon.isBegun(text)) return [text];
  if (most === 1) return undefined;
  let fewest: readonly string[] | undefined;
  for (let length = text.length - SHORTEST_PART; length >= SHORTEST_PART; length--) {
    const first = text.slice(0, length);
    const rest = lexicon.isWord(first) ? partsOf(text.slice(length), lexicon, (fewest?.length ?? most) - 1) : undefined;
    if (rest && rest.length + 1 < (fewest?.length ?? most + 1)) fewest = [first, ...rest];
    if (fewest?.length === 2) return fewest;
  }
  return fewest;
}
