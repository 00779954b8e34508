import { foldText } from './fold';
import { atOnce, type Steps } from './steps';

/** Where a text comes from. The first three name the thing; the others only mention it. */
export const Field = { name: 0, label: 1, group: 2, email: 3, note: 4, portal: 5, kind: 6 } as const;
export type Field = (typeof Field)[keyof typeof Field];

/** True for the fields that name a thing: a match there is worth more than one in an e-mail or a note. */
export function isNaming(field: number): boolean {
  return field <= Field.group;
}

/** Marks the gap between two texts in `ordinals`. */
export const GAP = 255;
const LAST_ORDINAL = 254;

/**
 * Many short texts as one string and a few typed arrays, so that a word is looked for with one scan instead of one
 * call per text. A *text* is one field of one document; documents are numbered by the caller.
 */
export interface TextTable {
  readonly documents: number;
  /** All texts folded, with a line feed behind each. */
  readonly all: string;
  /** For each character of `all` the number of its word within its text, or `GAP`. */
  readonly ordinals: Uint8Array;
  /** Where the first text stands that only mentions its thing: add the naming ones first. */
  readonly namingEnd: number;
  /** Where text n starts in `all`; one more at the end. */
  readonly textStart: Int32Array;
  readonly textDocument: Int32Array;
  readonly textField: Uint8Array;
  /** Where in `all` what follows the `@` of an e-mail address starts; 0 for other texts. */
  readonly textHost: Int32Array;
  /** The words of text n are `firstWord[n]` up to `firstWord[n + 1]`. */
  readonly firstWord: Int32Array;
  readonly wordStart: Int32Array;
  readonly wordText: Int32Array;
  /** The first letters of all words, with a line feed behind each text: word n of text t stands at `n + t`. */
  readonly initials: string;
  /** Which letters each text has (see `lettersOf`). */
  readonly textLetters: Int32Array;
  /** Words in name and label of each document. */
  readonly nameWords: Uint8Array;
  readonly labelWords: Uint8Array;
  readonly vocabulary: Vocabulary;
}

/** Above every word's number. */
const PAIR = 1 << 29;

export interface Beginnings {
  /** Letters that the beginnings have at most. */
  readonly length: number;
  readonly letters: Int32Array;
}

const BEGINNING_LENGTHS = [7, 11];

/** The distinct words, pairs of words and whole names run together, of the naming fields: where typing errors are looked for. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** Of each word, 255 for longer ones. */
  readonly lengths: Uint8Array;
  /** The number of each word. */
  readonly numbers: ReadonlyMap<string, number>;
  /** One bit per letter that a word contains (see `lettersOf`). */
  readonly letters: Int32Array;
  /** The same of beginnings of each word, the shortest first: names run together have nearly every letter somewhere. */
  readonly beginnings: readonly Beginnings[];
  /**
   * Uses of word n are `uses[useStart[n]]` up to `uses[useStart[n + 1]]`: a word's number, that number plus `PAIR` for it
   * and the next one run together, or `~text` for a whole text.
   */
  readonly useStart: Int32Array;
  readonly uses: Int32Array;
}

/** Tells of each use of a word of the vocabulary: where, and from which word of its text to which. */
export function eachUse(
  { vocabulary, wordText, firstWord, textDocument, textField }: TextTable,
  id: number,
  told: (document: number, field: number, first: number, last: number, text: number) => void,
): void {
  const end = vocabulary.useStart[id + 1] ?? 0;
  for (let at = vocabulary.useStart[id] ?? end; at < end; at++) {
    const use = vocabulary.uses[at] ?? 0;
    const word = use >= PAIR ? use - PAIR : use;
    const text = use < 0 ? ~use : (wordText[word] ?? 0);
    const start = firstWord[text] ?? 0;
    const first = use < 0 ? 0 : word - start;
    const last = use < 0 ? (firstWord[text + 1] ?? 0) - start - 1 : use >= PAIR ? first + 1 : first;
    told(textDocument[text] ?? 0, textField[text] ?? 0, first, last, text);
  }
}

export interface TableBuilder {
  add(document: number, field: Field, text: string): void;
  build(): TextTable;
  /** The same in steps of a few milliseconds. */
  buildSteps(): Steps<TextTable>;
}

const SHORTEST_IN_VOCABULARY = 2;

export function createTableBuilder(documents: number): TableBuilder {
  const parts: string[] = [];
  const textStart = [0];
  const textDocument: number[] = [];
  const textField: number[] = [];
  const textHost: number[] = [];
  const firstWord = [0];
  const initials: string[] = [];
  const textLetters: number[] = [];
  const wordStart: number[] = [];
  const wordText: number[] = [];
  const nameWords = new Uint8Array(documents);
  const labelWords = new Uint8Array(documents);
  const ids = new Map<string, number>();
  const useOf: number[] = [];
  const useAt: number[] = [];
  let length = 0;
  let namingEnd = Number.POSITIVE_INFINITY;

  function add(document: number, field: Field, text: string): void {
    if (text === '') return;
    const { compact, starts } = foldText(text);
    if (starts.length === 0) return;
    const number = textDocument.length;
    for (let nth = 0; nth < starts.length; nth++) {
      if (isNaming(field)) use(compact.slice(starts[nth], starts[nth + 1]), wordStart.length);
      if (isNaming(field) && starts.length > 2 && nth + 1 < starts.length)
        use(compact.slice(starts[nth], starts[nth + 2]), wordStart.length + PAIR);
      wordStart.push(length + (starts[nth] ?? 0));
      wordText.push(number);
    }
    if (isNaming(field) && starts.length > 1) use(compact, ~number);
    if (field === Field.name) nameWords[document] = Math.min(starts.length, 16);
    if (field === Field.label) labelWords[document] = Math.min(starts.length, 16);
    if (!isNaming(field)) namingEnd = Math.min(namingEnd, length);
    initials.push(starts.map((start) => compact[start]).join(''));
    textLetters.push(lettersOf(compact));
    textHost.push(field === Field.email ? length + foldText(text.slice(0, text.lastIndexOf('@'))).compact.length : 0);
    parts.push(compact);
    length += compact.length + 1;
    textStart.push(length);
    textDocument.push(document);
    textField.push(field);
    firstWord.push(wordStart.length);
  }

  function use(word: string, at: number): void {
    if (word.length < SHORTEST_IN_VOCABULARY) return;
    let id = ids.get(word);
    if (id === undefined) ids.set(word, (id = ids.size));
    useOf.push(id);
    useAt.push(at);
  }

  function* buildSteps(): Steps<TextTable> {
    const all = parts.length === 0 ? '' : `${parts.join('\n')}\n`;
    const ordinals = numberWords(length, wordStart, wordText, textStart);
    yield;
    const texts = {
      textStart: Int32Array.from(textStart),
      textDocument: Int32Array.from(textDocument),
      textField: Uint8Array.from(textField),
      textLetters: Int32Array.from(textLetters),
      textHost: Int32Array.from(textHost),
    };
    yield;
    const words = {
      firstWord: Int32Array.from(firstWord),
      wordStart: Int32Array.from(wordStart),
      wordText: Int32Array.from(wordText),
      initials: initials.length === 0 ? '' : `${initials.join('\n')}\n`,
    };
    yield;
    const vocabulary = yield* vocabularySteps(ids, useOf, useAt);
    return {
      documents,
      all,
      namingEnd: Math.min(namingEnd, length),
      ordinals,
      ...texts,
      ...words,
      nameWords,
      labelWords,
      vocabulary,
    };
  }

  return { add, build: () => atOnce(buildSteps()), buildSteps };
}

function numberWords(
  length: number,
  wordStart: readonly number[],
  wordText: readonly number[],
  textStart: readonly number[],
): Uint8Array {
  const ordinals = new Uint8Array(length).fill(GAP);
  let ordinal = 0;
  for (let word = 0; word < wordStart.length; word++) {
    const text = wordText[word] ?? 0;
    ordinal = text === wordText[word - 1] ? Math.min(ordinal + 1, LAST_ORDINAL) : 0;
    const end = wordText[word + 1] === text ? wordStart[word + 1] : (textStart[text + 1] ?? 1) - 1;
    ordinals.fill(ordinal, wordStart[word], end);
  }
  return ordinals;
}

function* vocabularySteps(
  numbers: ReadonlyMap<string, number>,
  useOf: readonly number[],
  useAt: readonly number[],
): Steps<Vocabulary> {
  const words = [...numbers.keys()];
  const useStart = new Int32Array(words.length + 1);
  for (const id of useOf) useStart[id + 1] = (useStart[id + 1] ?? 0) + 1;
  for (let id = 0; id < words.length; id++) useStart[id + 1] = (useStart[id + 1] ?? 0) + (useStart[id] ?? 0);
  yield;
  const next = useStart.slice();
  const uses = new Int32Array(useAt.length);
  for (let n = 0; n < useAt.length; n++) {
    const id = useOf[n] ?? 0;
    const place = next[id] ?? 0;
    uses[place] = useAt[n] ?? 0;
    next[id] = place + 1;
  }
  yield;
  const beginnings: Beginnings[] = [];
  for (const length of BEGINNING_LENGTHS) {
    beginnings.push({ length, letters: Int32Array.from(words, (word) => lettersOf(word.slice(0, length))) });
    yield;
  }
  const lengths = Uint8Array.from(words, ({ length }) => Math.min(length, 255));
  return { words, lengths, numbers, letters: Int32Array.from(words, lettersOf), beginnings, useStart, uses };
}

/** Which letters a word has, as bits: `a` to `z` one each, the digits and everything else share the rest. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    bits |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
  }
  return bits;
}
