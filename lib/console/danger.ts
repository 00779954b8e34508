import { CHOICE, CONTROL } from './control';
import { dangerWords } from './danger-words';
import { harmlessWords } from './harmless-words';
import { isMatching } from './natively';
import { labelledBy, questionAround } from './question';

/** How sure it is that a control destroys something or opens it to others. */
export type Danger = 'sure' | 'likely' | 'none';

/** What is read of a control. */
type Readable = Pick<HTMLElement, 'getAttribute' | 'textContent'> &
  Partial<Pick<HTMLElement, 'nodeType' | 'getRootNode' | 'parentElement' | 'querySelectorAll' | 'closest'>> &
  Partial<Pick<HTMLInputElement, 'labels'>>;

/**
 * Stable ids of controls that destroy or open up, as far as public code and tests name them: independent of language.
 * Matched as whole words of an id, a test id or an action attribute.
 */
const sureIds = wholeWords(
  'delete|terminate|stop|detach|deregister|revoke|destroy|purge|abort|shut-?down|make-?public|empty-bucket|release-(?:elastic-)?(?:ip|address)(?:e?s)?|schedule-(?:key-)?deletion|close-account|leave-organization',
);
const likelyIds = wholeWords('reboot|disable|deactivate|disassociate|remove|reset');
/** Parts of such a thing that do no harm by themselves, wherever they stand in an id. */
const harmlessIds = wholeWords('cancel|close(?!-account)|dismiss|protection|filter|sort|undo');
/** Those that do no harm behind the word, while before it they only say where the control is. */
const harmlessBehind = wholeWords('header|help|info');
const idAttributes = ['id', 'data-testid', 'data-test-id', 'data-analytics', 'data-action', 'data-id', 'name', 'value'];
/** These may just as well hold the name of a thing. */
const nameAttributes: readonly string[] = ['data-id', 'value'];

/** Opens a closed shadow root, where the browser lets extensions do so. */
export type Inside = (host: HTMLElement) => ShadowRoot | null;

const MOST_INSIDE = 20;
const LONGEST_LABEL = 80;
const LONGEST_ID = 200;
/** What only shows other things: a tab, the head of a column that sorts. */
const SHOWING = '[role="tab"], th *, [role="columnheader"] *';
const LAYOUT = ':is([role="presentation"], [role="none"]):not(form)';
const MOST_WORDS = 8;
/** Of a longer text only this much is read, as one that says what a control does begins with it. */
const FIRST_WORDS = 3;
const FIRST_SIGNS = 24;
const MOST_DRAWN = 4;
const QUESTION = /^.{0,160}?\?/u;

function wholeWords(words: string): RegExp {
  return new RegExp(`(?:^|[-_.:\\s/])(?:${words})(?=$|[-_.:\\s/])`);
}

/**
 * The control that an event would press: the nearest one above its target, or the component around it whose label tells
 * more; else whatever has been made to look pressable.
 */
export function controlAt(path: readonly EventTarget[], inside?: Inside): HTMLElement | undefined {
  const elements = path.filter(isElement);
  const control = elements.find((element) => element.matches(CONTROL));
  const choice = elements.find((element) => element.matches(CHOICE));
  const hosts = path
    .flatMap((target, index) => (isShadowRoot(target) ? (path[index + 1] ?? []) : []))
    .filter(isElement)
    .filter((host) => isBrief(host) || host.matches(CONTROL));
  const found = [control, choice, ...hosts].filter((element) => element !== undefined);
  return worst(found) ?? control ?? hidden(elements[0], inside) ?? elements.slice(0, 4).find(looksPressable);
}

/** A component that keeps its inside to itself is looked into by the browser's leave; its first control is judged by. */
function hidden(host: HTMLElement | undefined, inside: Inside = () => null): HTMLElement | undefined {
  const root = host?.tagName.includes('-') === true ? inside(host) : null;
  return root ? worst([...root.querySelectorAll<HTMLElement>(CONTROL)].slice(0, MOST_INSIDE)) : undefined;
}

function worst(controls: readonly HTMLElement[]): HTMLElement | undefined {
  const judged = controls.map((control) => ({ control, danger: dangerOf(control) }));
  return (judged.find(({ danger }) => danger === 'sure') ?? judged.find(({ danger }) => danger === 'likely'))?.control;
}

/** A form is never what is pressed. */
function isElement(target: EventTarget): target is HTMLElement {
  return isMatching(target, ':not(form)');
}

function isShadowRoot(target: EventTarget): boolean {
  return 'host' in target && 'mode' in target;
}

function looksPressable(element: HTMLElement): boolean {
  if (!isBrief(element)) return false;
  if (element.hasAttribute('onclick') || element.hasAttribute('tabindex')) return true;
  return element.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer';
}

function isBrief(element: HTMLElement): boolean {
  return (element.textContent ?? '').length <= LONGEST_LABEL;
}

/** Judges a control by its stable ids and by all that it says of itself; the worse counts. */
export function dangerOf(control: Readable): Danger {
  if (control.getAttribute('aria-disabled') === 'true') return 'none';
  const labels = labelsOf(control);
  if (labels.some(isDenial)) return 'none';
  if (isChoice(control)) return choiceDanger(labels);
  const question = labels.some(isConfirming) && isNode(control) ? plain(questionAround(control)) : '';
  const danger = worstOf([...labels.map(saysDanger), ...idsOf(control, labels).map(idDanger), asksDanger(question)]);
  return danger === 'sure' && isNode(control) && isMatching(control, SHOWING) ? 'likely' : danger;
}

function isNode(control: Readable): control is HTMLElement {
  return control.nodeType !== undefined;
}

function worstOf(dangers: readonly Danger[]): Danger {
  return dangers.find((danger) => danger === 'sure') ?? dangers.find((danger) => danger === 'likely') ?? 'none';
}

/** What the control says, for telling the person. */
export function saysOf(control: Readable): string {
  const texts = [
    control.getAttribute('aria-label') ?? control.textContent,
    control.getAttribute('title'),
    control.getAttribute('value'),
    drawnIn(control)[0],
  ];
  return (texts.find((text) => text?.trim()) ?? '').trim().slice(0, LONGEST_LABEL);
}

function labelsOf(control: Readable): string[] {
  const read = isChoice(control) ? ['aria-label', 'title'] : ['aria-label', 'title', 'alt', 'value'];
  const around = [...(control.labels ?? [])].map((label) => label.textContent ?? '');
  return [
    ...read.map((name) => control.getAttribute(name) ?? ''),
    ...around,
    labelledBy(control),
    control.textContent ?? '',
    ...drawnIn(control),
  ]
    .map(plain)
    .filter((text) => text !== '');
}

/** A button without text has a picture, which may say what it shows, or a note that comes when it is pointed at. */
function drawnIn(control: Readable): string[] {
  if (/[\p{L}\p{N}]/u.test(control.textContent ?? '')) return [];
  const drawn = [...(control.querySelectorAll?.('[alt], [aria-label], [title]') ?? [])].slice(0, MOST_DRAWN);
  const said = drawn.flatMap((node) => ['aria-label', 'alt', 'title'].map((name) => node.getAttribute(name) ?? ''));
  return [...said, labelledBy(control, 'aria-describedby')].filter(Boolean);
}

/** Wide letters, composed accents and invisible signs make no other word, and neither does a capital İ. */
function plain(text: string): string {
  const visible = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return visible.trim().replace(/\s+/g, ' ').replaceAll('’', "'").toLowerCase().replaceAll('i\u0307', 'i');
}

function isChoice(control: Readable): boolean {
  return /^(?:radio|checkbox)$/.test(control.getAttribute('role') ?? control.getAttribute('type') ?? '');
}

function choiceDanger(labels: readonly string[]): Danger {
  if (labels.some(opensUp)) return 'sure';
  return labels.some((label) => dangerWords.likelyChoices.some((word) => word === label)) ? 'likely' : 'none';
}

/** The ids of the control, and of what stands around a menu's item for nothing but the layout. */
function idsOf(control: Readable, labels: readonly string[]): string[] {
  const { parentElement: parent } = control;
  return [control, ...(parent && isMatching(parent, LAYOUT) ? [parent] : [])].flatMap((node) =>
    idAttributes
      .map((name) => [name, node.getAttribute(name) ?? ''] as const)
      .filter(([name, id]) => !(nameAttributes.includes(name) && isNameOf(node, id, labels)))
      .map(([, id]) => kebab(id.slice(0, LONGEST_ID))),
  );
}

/** What is said letter by letter is the name of a thing: "delete-old-logs". */
function isNameOf(node: Readable, id: string, labels: readonly string[]): boolean {
  return (node.textContent ?? '').trim() !== '' && labels.includes(plain(id));
}

function idDanger(id: string): Danger {
  if (harmlessIds.test(id)) return 'none';
  if (isIn(sureIds, id)) return 'sure';
  return isIn(likelyIds, id) ? 'likely' : 'none';
}

function isIn(ids: RegExp, id: string): boolean {
  const found = ids.exec(id);
  return found !== null && !harmlessBehind.test(id.slice(found.index + found[0].length));
}

function kebab(id: string): string {
  return id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

function isDenial(label: string): boolean {
  return (
    !isSureInSpiteOfDenial(label) &&
    (harmlessWords.denials.some((word) => standsAt(label, word, 'start')) ||
      harmlessWords.denialSigns.some((sign) => label.includes(sign)))
  );
}

function isSureInSpiteOfDenial(label: string): boolean {
  return dangerWords.sureInSpiteOfDenial.some((phrase) => label.includes(phrase));
}

function isConfirming(label: string): boolean {
  return dangerWords.confirming.some((word) => standsAt(label, word, 'start'));
}

/** "Deleted items" and "Show stopped" say none of the words: only whole words count. */
function saysDanger(text: string): Danger {
  if (harmlessWords.settings.some((name) => name === text)) return 'none';
  const label = harmlessWords.states.reduce<string>((left, state) => left.replaceAll(state, ''), text);
  if (opensUp(label)) return 'sure';
  if (isSure(label))
    return harmlessWords.protection.some((word) => beginning(label).includes(word)) ? 'likely' : 'sure';
  const isLikely =
    hasSign(label, dangerWords.likelySigns) || dangerWords.likely.some((word) => standsAtAnEnd(label, word));
  return isLikely ? 'likely' : 'none';
}

/** "Are you sure that you want to terminate these instances?": of a question all is read. */
function asksDanger(question: string): Danger {
  if (isDenial(question)) return 'none';
  const asked = QUESTION.exec(question)?.[0] ?? '';
  const { sure, sureAtAnEnd } = dangerWords;
  const isMeant = [...sure, ...sureAtAnEnd].some((word) => standsAt(asked, word, 'anywhere'));
  const isGuarding = harmlessWords.protection.some((word) => asked.includes(word));
  return worstOf([saysDanger(question), isMeant ? (isGuarding ? 'likely' : 'sure') : 'none']);
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
  const { opening, openingAround, openingSigns } = dangerWords;
  return (
    hasSign(label, openingSigns) ||
    opening.some((words) => standsAt(beginning(label, words), words, 'anywhere')) ||
    openingAround.some(([first, last]) => standsAt(label, first, 'start') && standsAt(beginning(label), last, 'end'))
  );
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

function standsAtAnEnd(label: string, word: string): boolean {
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
