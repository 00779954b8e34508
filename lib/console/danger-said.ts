import { askingWords } from './asking-words';
import { dangerWords } from './danger-words';
import { harmlessWords } from './harmless-words';
import { littleDanger } from './little';
import { openingWords } from './opening-words';
import { protectionWords } from './protection-words';

/** How sure it is that a control destroys something or opens it to others. */
export type Danger = 'sure' | 'likely' | 'none';

export const LONGEST_LABEL = 80;
const MOST_WORDS = 8;
/** Of a longer text only this much is read, as one that says what a control does begins with it. */
const FIRST_WORDS = 3;
const FIRST_SIGNS = 24;
const LONGEST_QUESTION = 120;
const QUESTION = /^.{0,160}?\?/u;
const SENTENCE_ENDS = /(?<=[.?!。])\s*/u;

export function worstOf(dangers: readonly Danger[]): Danger {
  return dangers.find((danger) => danger === 'sure') ?? dangers.find((danger) => danger === 'likely') ?? 'none';
}

/** Wide letters, composed accents and invisible signs make no other word, and neither does a capital İ. */
export function plain(text: string): string {
  const visible = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return visible.trim().replace(/\s+/g, ' ').replaceAll('’', "'").toLowerCase().replaceAll('i\u0307', 'i');
}

/** The consoles put a link of that name behind what they explain. */
export function withoutInfo(text: string): string {
  return text.replace(/\s+info$/, '');
}

/** `around`: the names of the groups that the choice stands in. */
export function choiceDanger(labels: readonly string[], isTicked: boolean, around: () => readonly string[]): Danger {
  if (labels.some(opensUp)) return 'sure';
  const { likelyChoices, openedGroups, unasked, yes } = openingWords;
  if (labels.some((label) => isOneOf(likelyChoices, label))) return 'likely';
  const isIn = (names: readonly string[]): boolean =>
    around().some((group) => names.some((name) => group.includes(name)));
  const isYes = isTicked || labels.some((label) => isOneOf(yes, label) || isOneOf(protectionWords.on, label));
  const isOpened =
    (isYes && isIn(openedGroups)) || (labels.some((label) => isOneOf(unasked.choices, label)) && isIn(unasked.groups));
  return isOpened ? 'likely' : 'none';
}

function isOneOf(words: readonly string[], label: string): boolean {
  return words.includes(label);
}

/** Says of itself alone that it does no harm: what else the control says counts all the same. */
export function isDenial(label: string): boolean {
  const { denials, denialSigns } = harmlessWords;
  const isDenied =
    denials.some((word) => standsAt(label, word, 'start')) ||
    isOutcome(label) ||
    denialSigns.some((sign) => label.includes(sign));
  return isOtherDeed(label) || (isDenied && !isInSpiteOfDenial(label));
}

/** "Cancel deletion" is another deed than to delete; "Cancel and terminate" is that one too. */
export function isOtherDeed(label: string): boolean {
  const { deeds, callingOffFirst, callingOffLast } = harmlessWords;
  const isOther =
    deeds.some((word) => standsAt(label, word, 'start')) ||
    callingOffFirst.some((sign) => label.startsWith(sign)) ||
    callingOffLast.some((sign) => label.endsWith(sign));
  return isOther && !isInSpiteOfDenial(label) && !goesOnToDestroy(label);
}

function isInSpiteOfDenial(label: string): boolean {
  return isSureInSpiteOfDenial(label) || isLikelyInSpiteOfDenial(label);
}

function goesOnToDestroy(label: string): boolean {
  const first = label.slice(0, LONGEST_LABEL);
  return harmlessWords.goingOn.some((word) => {
    const at = first.indexOf(word);
    const rest = at < 0 ? '' : first.slice(at + word.length);
    return isSure(rest) && !isDenial(rest);
  });
}

/** "Stop failed" */
function isOutcome(label: string): boolean {
  const { outcomes, outcomeSigns } = harmlessWords;
  const [, second, third] = label.split(' ');
  const isTold = second !== undefined && third === undefined && isOneOf(outcomes, second);
  return isTold || outcomeSigns.some((sign) => label.endsWith(sign));
}

function isSureInSpiteOfDenial(label: string): boolean {
  return dangerWords.sureInSpiteOfDenial.some((phrase) => label.includes(phrase));
}

function isLikelyInSpiteOfDenial(label: string): boolean {
  const { likelyInSpiteOfDenial, likelySignsInSpiteOfDenial } = dangerWords;
  return (
    likelyInSpiteOfDenial.some((phrase) => standsAt(label, phrase, 'start')) ||
    hasSign(label, likelySignsInSpiteOfDenial)
  );
}

/** A heading that says nothing of what is asked. */
export function isBareHeading(heading: string): boolean {
  return isOneOf(askingWords.bareHeadings, heading);
}

/** "Schedule" below "Schedule deletion of 1 key" confirms that too. */
export function isConfirming(label: string, question = ''): boolean {
  return standsAt(question, label, 'start') || askingWords.confirming.some((word) => standsAt(label, word, 'start'));
}

/** "Deleted items" and "Show stopped" say none of the words: only whole words count. */
export function saysDanger(text: string): Danger {
  if (isOneOf(harmlessWords.settings, text)) return 'none';
  const little = littleDanger(text);
  if (little) return little;
  const label = harmlessWords.states.reduce<string>((left, state) => left.replaceAll(state, ''), text);
  if (opensUp(label)) return 'sure';
  if (isSure(label))
    return harmlessWords.protection.some((word) => beginning(label).includes(word)) ? 'likely' : 'sure';
  const isLikely =
    isLikelyInSpiteOfDenial(label) ||
    hasSign(label, dangerWords.likelySigns) ||
    dangerWords.likely.some((word) => standsAtAnEnd(label, word));
  return isLikely ? 'likely' : 'none';
}

/** "Are you sure that you want to terminate these instances?": of a question all is read. */
export function asksDanger(text: string): Danger {
  const question = text.replace(/\?$/, '');
  if (isDenial(question)) return 'none';
  const asked = QUESTION.exec(text)?.[0] ?? '';
  const { sure, sureAtAnEnd } = dangerWords;
  const isMeant =
    [...sure, ...sureAtAnEnd].some((word) => standsAt(asked, word, 'anywhere')) ||
    askingWords.asked.some((word) => standsAt(question, word, 'anywhere')) ||
    askingWords.askedSigns.some((sign) => question.includes(sign)) ||
    askingWords.askedAtTheStart.some((word) => standsAt(question, word, 'start')) ||
    isSureByNoun(question.slice(0, LONGEST_QUESTION));
  const isGuarding = harmlessWords.protection.some((word) => asked.includes(word));
  const isUnderWay = askingWords.underWay.some((word) => standsAt(question, word, 'start'));
  const meant = isMeant && !isGuarding ? 'sure' : 'likely';
  return worstOf([saysDanger(question), isMeant || isUnderWay ? meant : 'none']);
}

/**
 * What stands below a heading that tells of something else: what it asks counts as it would alone, while what it says may
 * be said of what happens later.
 */
export function asksBelow(text: string): Danger {
  const { asked, askedSigns } = askingWords;
  return worstOf(
    text.split(SENTENCE_ENDS).map((sentence) => {
      if (sentence.endsWith('?')) return asksDanger(sentence);
      const isTold =
        asked.some((word) => standsAt(sentence, word, 'anywhere')) ||
        askedSigns.some((sign) => sentence.includes(sign));
      return isTold && !isDenial(sentence) ? 'likely' : 'none';
    }),
  );
}

/** A deed that is named by its noun: "Instanzbeendigung". What guards against it is no deed. */
export function namesDeed(text: string): boolean {
  const isGuarding = harmlessWords.protection.some((word) => text.includes(word));
  return !isGuarding && protectionWords.against.some((deed) => text.includes(deed));
}

function isSure(label: string): boolean {
  const { sure, sureAtAnEnd, sureAtTheStart, sureSigns } = dangerWords;
  return (
    isSureInSpiteOfDenial(label) ||
    hasSign(label, sureSigns) ||
    sure.some((word) => standsAt(beginning(label), word, 'anywhere')) ||
    sureAtAnEnd.some((word) => standsAtAnEnd(label, word)) ||
    sureAtTheStart.some((word) => standsAt(label, word, 'start')) ||
    isSureByNoun(beginning(label))
  );
}

function isSureByNoun(label: string): boolean {
  return dangerWords.sureByNoun.some(
    ({ verbs, nouns }) =>
      verbs.some((verb) => standsAtAnEnd(label, verb)) && nouns.some((noun) => standsAt(label, noun, 'anywhere')),
  );
}

function opensUp(label: string): boolean {
  const { opening, openingAround, openingSigns, refusingSigns } = openingWords;
  const isRefused = refusingSigns.some((sign) => label.includes(sign));
  return (
    (!isRefused && hasSign(label, openingSigns)) ||
    opening.some((words) => standsAt(beginning(label, words), words, 'anywhere')) ||
    openingAround.some(([first, last]) => standsAt(label, first, 'start') && standsAt(beginning(label), last, 'end')) ||
    (!isRefused && opensByParts(beginning(label)))
  );
}

/** "Activer le blocage de l'accès public" says the words of what opens, and closes it. */
function opensByParts(label: string): boolean {
  const { openingOf, openingSignsOf, refusing } = openingWords;
  const says = (word: string): boolean => standsAt(label, word, 'anywhere');
  const isOpened =
    openingOf.some(({ what, how }) => what.some(says) && how.some(says)) ||
    openingSignsOf.some(({ what, how }) => [what, how].every((signs) => hasSign(label, signs)));
  return isOpened && !refusing.some(says) && !isBlocking(label);
}

/** Names what keeps everybody out. */
export function isBlocking(label: string): boolean {
  return protectionWords.blocking.some(([first, last]) => label.includes(first) && label.includes(last));
}

/** A short label as a whole, of a longer text its first words. */
function beginning(label: string, atLeast = ''): string {
  const words = label.split(' ');
  const isShort = words.length <= MOST_WORDS;
  const first = isShort ? words : words.slice(0, Math.max(FIRST_WORDS, atLeast.split(' ').length));
  return first.join(' ').slice(0, LONGEST_LABEL);
}

/** Languages without spaces have no words to count. */
function hasSign(label: string, signs: readonly string[]): boolean {
  const isLong = label.length > LONGEST_LABEL;
  const first = isLong ? label.slice(0, FIRST_SIGNS) : label;
  return signs.some((sign) => first.includes(sign) || (isLong && label.endsWith(sign)));
}

export function standsAtAnEnd(label: string, word: string): boolean {
  return standsAt(label, word, 'start') || (label.length <= LONGEST_LABEL && standsAt(label, word, 'end'));
}

/** "delete-old-logs" and "DELETE_COMPLETE" are names and states: the word is part of a longer one there. */
function standsAt(label: string, word: string, where: 'start' | 'end' | 'anywhere'): boolean {
  for (let at = label.indexOf(word); at >= 0; at = label.indexOf(word, at + 1)) {
    const behind = label.slice(at + word.length);
    const isWhole =
      !/[\p{L}\p{N}_-]$/u.test(label.slice(0, at)) && !/^(?:[\p{L}\p{N}_]|[-.][\p{L}\p{N}])/u.test(behind);
    const isThere = where === 'anywhere' || (where === 'start' ? at === 0 : behind === '');
    if (isWhole && isThere) return true;
  }
  return false;
}
