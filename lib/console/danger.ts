import { choiceNamedBy, namesAround, roleOf, turnOf } from './checkable';
import { confirmedDanger } from './confirmed';
import { CHOICE, CONTROL, DIALOG, FIELD, isShadowRoot } from './control';
import {
  choiceDanger,
  type Danger,
  isDenial,
  isOtherDeed,
  LONGEST_LABEL,
  plain,
  saysDanger,
  withoutInfo,
  worstOf,
} from './danger-said';
import { drawnIn, isDrawnAsBin, kebab } from './drawn';
import { clearsSearch, removesRow } from './form-field';
import { isMatching } from './natively';
import { optingOutDanger, switchingDanger, turnDanger, type Turn } from './protection';
import { labelledBy } from './question';
import { isShowing, leadsAway } from './showing';
import { endsWizard } from './wizard-end';

/** What is read of a control. */
type Readable = Pick<HTMLElement, 'getAttribute' | 'textContent'> &
  Partial<Pick<HTMLElement, 'nodeType' | 'getRootNode' | 'parentElement' | 'querySelectorAll' | 'closest'>> &
  Partial<Pick<HTMLInputElement, 'labels' | 'checked' | 'tagName'>>;

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
const harmlessBehind = wholeWords('header|help|info|learn|back|refresh');
const idAttributes = ['id', 'data-testid', 'data-test-id', 'data-analytics', 'data-action', 'data-id', 'name', 'value'];
/** These may just as well hold the name of a thing. */
const nameAttributes: readonly string[] = ['data-id', 'value'];

/** These get the focus so that what they hold can be read or scrolled. */
const AROUND = `:is(${DIALOG}, [role="region"])`;
const REACHED = '[tabindex]:not([tabindex="-1"])';
const MOST_ABOVE = 4;
const LONGEST_PARTED = 500;
/** A name is torn at such a sign by what only marks a part of it. */
const JOINT = /^[-_.] | [-_.]$/;
/** The cross of what was chosen, or of a notice, in the console's own components: it lets go of that in every language. */
const LETS_GO = '[class*="awsui_dismiss-button"]';
const LAYOUT = ':is([role="presentation"], [role="none"]):not(form)';

function wholeWords(words: string): RegExp {
  return new RegExp(`(?:^|[-_.:\\s/])(?:${words})(?=$|[-_.:\\s/])`);
}

/**
 * The control that an event would press: the nearest one above its target, or the component around it whose label tells
 * more; else, unless it is for a field, whatever has been made to look pressable.
 */
export function controlAt(path: readonly EventTarget[], flipped?: EventTarget): HTMLElement | undefined {
  const elements = path.filter(isElement);
  const field = elements.findIndex((element) => element.matches(FIELD));
  const below = field < 0 ? elements : elements.slice(0, field);
  const control = elements.find((element) => element.matches(CONTROL));
  const choice = elements.find((element) => element.matches(CHOICE)) ?? choiceNamedBy(elements);
  const hosts = path
    .flatMap((target, index) => (isShadowRoot(target) ? (path[index + 1] ?? []) : []))
    .filter(isElement)
    .filter((host) => (below.includes(host) && isBrief(host)) || host.matches(CONTROL));
  const found = [control, choice, ...hosts].filter((element) => element !== undefined);
  return worst(found, flipped) ?? control ?? choice ?? below.slice(0, MOST_ABOVE).find(looksPressable);
}

function worst(controls: readonly HTMLElement[], flipped?: EventTarget): HTMLElement | undefined {
  const judged = controls.map((control) => ({ control, danger: dangerOf(control, flipped) }));
  return (judged.find(({ danger }) => danger === 'sure') ?? judged.find(({ danger }) => danger === 'likely'))?.control;
}

/** A form is never what is pressed. */
function isElement(target: EventTarget): target is HTMLElement {
  return isMatching(target, ':not(form)');
}

function looksPressable(element: HTMLElement): boolean {
  if (!isBrief(element) || element.matches(AROUND)) return false;
  if (element.hasAttribute('onclick') || element.matches(REACHED)) return true;
  return element.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer';
}

function isBrief(element: HTMLElement): boolean {
  return (element.textContent ?? '').length <= LONGEST_LABEL;
}

/**
 * Judges a control by its stable ids and by all that it says of itself; the worse counts. A box that is `flipped` shows
 * already what the press makes of it.
 */
export function dangerOf(control: Readable, flipped?: EventTarget): Danger {
  if (isDisabled(control) || (isNode(control) && leadsAway(control))) return 'none';
  const labels = labelsOf(control);
  const turn = turnOf(control, flipped);
  const around = (): string[] => (isNode(control) ? namesAround(control).map(plain) : []);
  const ofProtection = protectionDanger(control, labels, turn, around);
  if (ofProtection) return ofProtection;
  const meant = labels.filter((label) => !isDenial(label));
  const isDenied = labels.length > 0 && meant.length === 0;
  if (isChoice(control)) return turn === 'off' || isDenied ? 'none' : choiceDanger(meant, turn !== undefined, around);
  const danger = worstOf([
    ...(isNode(control) && isHarmlessHere(control, labels) ? [] : meant.map(saysDanger)),
    idsDanger(control, labels),
    isNode(control) ? confirmedDanger(control, meant) : 'none',
    control.getAttribute('role') === 'switch' && turn !== 'off' && !isDenied
      ? choiceDanger(meant, turn === 'on', around)
      : 'none',
    labels.length === 0 && isDrawnAsBin(control) ? 'likely' : 'none',
  ]);
  return danger === 'sure' && isNode(control) && (isShowing(control) || removesRow(control)) ? 'likely' : danger;
}

/** A button may have the id of the dialog that it cancels. */
function idsDanger(control: Readable, labels: readonly string[]): Danger {
  const danger = worstOf(idsOf(control, labels).map(idDanger));
  const said = [control.textContent, control.getAttribute('aria-label')];
  return danger === 'sure' && said.some((text) => isOtherDeed(plain(text ?? ''))) ? 'likely' : danger;
}

/** What a box, a switch, a choice or a button does to the protection that it, or what it stands in, names. */
function protectionDanger(
  control: Readable,
  labels: readonly string[],
  turn: Turn | undefined,
  around: () => readonly string[],
): Danger | undefined {
  if (turn) return turnDanger(turn, labels, around);
  return optingOutDanger(roleOf(control), labels, around) ?? switchingDanger(labels);
}

/** The words that it says mean something else where it stands. */
function isHarmlessHere(control: HTMLElement, labels: readonly string[]): boolean {
  return isMatching(control, LETS_GO) || endsWizard(control, labels) || clearsSearch(control, labels);
}

function isDisabled(control: Readable): boolean {
  return control.getAttribute('aria-disabled') === 'true' || (isNode(control) && isMatching(control, ':disabled'));
}

function isNode(control: Readable): control is HTMLElement {
  return control.nodeType !== undefined;
}

/** What the control says, for telling the person. */
export function saysOf(control: Readable): string {
  const texts = [
    control.getAttribute('aria-label') ?? control.textContent,
    labelledBy(control),
    control.labels?.[0]?.textContent,
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
    isNode(control) ? partedText(control) : '',
    ...drawnIn(control),
  ]
    .map((text) => (isChoice(control) ? withoutInfo(plain(text)) : plain(text)))
    .filter((text) => text !== '');
}

/** What stands in parts of their own is read as words of their own, where there is not too much of it. */
function partedText(control: HTMLElement): string {
  if (!control.firstElementChild || (control.textContent ?? '').length > LONGEST_PARTED) return '';
  const walker = control.ownerDocument.createTreeWalker(control, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let isMarked = false; walker.nextNode();) {
    const { data, parentElement: parent } = walker.currentNode as Text;
    const wasMarked = isMarked;
    isMarked = parent?.tagName === 'MARK';
    text += isMarked || wasMarked || JOINT.test(`${text.slice(-1)} ${data.slice(0, 1)}`) ? data : ` ${data}`;
  }
  return text;
}

function isChoice(control: Readable): boolean {
  return /^(?:radio|checkbox)$/.test(roleOf(control));
}

/** The ids of the control, and of what stands around a menu's item for nothing but the layout. */
function idsOf(control: Readable, labels: readonly string[]): string[] {
  const { parentElement: parent } = control;
  return [control, ...(parent && isMatching(parent, LAYOUT) ? [parent] : [])].flatMap((node) =>
    idAttributes
      .map((name) => [name, node.getAttribute(name) ?? ''] as const)
      .filter(([name, id]) => !(nameAttributes.includes(name) && isNameOf(node, id, labels)))
      .map(([, id]) => kebab(id)),
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
