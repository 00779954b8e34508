import { CONTROL } from './control';
import { dangerWords } from './danger-words';

/** How sure it is that a control destroys something or opens it to others. */
export type Danger = 'sure' | 'likely' | 'none';

/** What is read of a control. */
type Readable = Pick<HTMLElement, 'getAttribute' | 'textContent'> & Partial<Pick<HTMLElement, 'getRootNode'>>;

/**
 * Stable ids of controls that destroy or open up, as far as public code and tests name them: independent of language.
 * Matched as whole words of an id, a test id or an action attribute.
 */
const sureIds = wholeWords('delete|terminate|stop|detach|deregister|revoke|destroy|purge|make-?public|empty-bucket');
const likelyIds = wholeWords('reboot|disable|deactivate|disassociate|remove|reset');
/** Parts of such a thing that do no harm by themselves. */
const harmlessIds = wholeWords('cancel|close|dismiss|protection|filter|sort|header|help|info|undo');
const idAttributes = ['id', 'data-testid', 'data-test-id', 'data-analytics', 'data-action', 'name', 'value'];

/** Opens a closed shadow root, where the browser lets extensions do so. */
export type Inside = (host: HTMLElement) => ShadowRoot | null;

const MOST_INSIDE = 20;
const LONGEST_LABEL = 80;
const MOST_WORDS = 8;

function wholeWords(words: string): RegExp {
  return new RegExp(`(?:^|[-_.:\\s/])(?:${words})(?:$|[-_.:\\s/])`);
}

/**
 * The control that an event would press: the nearest one above its target, or the component around it whose label tells
 * more; else whatever has been made to look pressable.
 */
export function controlAt(path: readonly EventTarget[], inside?: Inside): HTMLElement | undefined {
  const elements = path.filter(isElement);
  const control = elements.find((element) => element.matches(CONTROL));
  const hosts = path
    .flatMap((target, index) => (isShadowRoot(target) ? (path[index + 1] ?? []) : []))
    .filter(isElement);
  const found = [...(control ? [control] : []), ...hosts];
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

// Not `instanceof`: nodes of frames have constructors of their own.
function isElement(target: EventTarget): target is HTMLElement {
  return 'matches' in target && 'tagName' in target;
}

function isShadowRoot(target: EventTarget): boolean {
  return 'host' in target && 'mode' in target;
}

function looksPressable(element: HTMLElement): boolean {
  if ((element.textContent ?? '').length > LONGEST_LABEL) return false;
  if (element.hasAttribute('onclick') || element.hasAttribute('tabindex')) return true;
  return element.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer';
}

/** Judges a control by its stable ids and by all that it says of itself; the worse counts. */
export function dangerOf(control: Readable): Danger {
  const ids = idAttributes.map((name) => kebab(control.getAttribute(name) ?? '')).filter(isReadable);
  const telling = ids.filter((id) => !harmlessIds.test(id));
  const labels = labelsOf(control);
  const isDenied = labels.some(isDenial);
  if (!isDenied && (telling.some((id) => sureIds.test(id)) || labels.some((label) => saysDanger(label) === 'sure')))
    return 'sure';
  const isLikely = telling.some((id) => likelyIds.test(id)) || labels.some((label) => saysDanger(label) === 'likely');
  return isLikely && !isDenied ? 'likely' : 'none';
}

/** What the control says, for telling the person. */
export function saysOf(control: Readable): string {
  const text = control.getAttribute('aria-label') ?? control.textContent ?? '';
  return (text.trim() || (control.getAttribute('title') ?? control.getAttribute('value') ?? '')).slice(
    0,
    LONGEST_LABEL,
  );
}

function labelsOf(control: Readable): string[] {
  const attributes = ['aria-label', 'title', 'alt', 'value'].map((name) => control.getAttribute(name) ?? '');
  return [...attributes, labelledBy(control), control.textContent ?? '']
    .map((text) => text.trim().replace(/\s+/g, ' ').toLowerCase())
    .filter(isReadable);
}

function labelledBy(control: Readable): string {
  const ids = control.getAttribute('aria-labelledby')?.split(' ').slice(0, 4) ?? [];
  const root = control.getRootNode?.() as Partial<NonElementParentNode> | undefined;
  return ids.map((id) => root?.getElementById?.(id)?.textContent ?? '').join(' ');
}

function isReadable(text: string): boolean {
  return text !== '' && text.length <= LONGEST_LABEL;
}

function kebab(id: string): string {
  return id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

function isDenial(label: string): boolean {
  return (
    dangerWords.denials.some((word) => standsAt(label, word, 'start')) ||
    dangerWords.denialSigns.some((sign) => label.includes(sign))
  );
}

/** "Deleted items" and "Show stopped" say none of the words: only whole words count. */
function saysDanger(label: string): Danger {
  const { sure, sureAtAnEnd, sureAtTheStart, sureSigns, likely, likelySigns, protection } = dangerWords;
  const isShort = label.split(' ').length <= MOST_WORDS;
  const isSure =
    sureSigns.some((sign) => label.includes(sign)) ||
    (isShort && sure.some((word) => standsAt(label, word, 'anywhere'))) ||
    sureAtAnEnd.some((word) => standsAt(label, word, 'start') || standsAt(label, word, 'end')) ||
    sureAtTheStart.some((word) => standsAt(label, word, 'start'));
  if (isSure) return protection.some((word) => label.includes(word)) ? 'likely' : 'sure';
  const isLikely =
    likelySigns.some((sign) => label.includes(sign)) ||
    likely.some((word) => standsAt(label, word, 'start') || standsAt(label, word, 'end'));
  return isLikely ? 'likely' : 'none';
}

function standsAt(label: string, word: string, where: 'start' | 'end' | 'anywhere'): boolean {
  const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);
  for (let at = label.indexOf(word); at >= 0; at = label.indexOf(word, at + 1)) {
    const isWhole = !isLetter(label.charAt(at - 1)) && !isLetter(label.charAt(at + word.length));
    const isThere = where === 'anywhere' || (where === 'start' ? at === 0 : at + word.length === label.length);
    if (isWhole && isThere && label.charAt(at - 1) !== '-') return true;
  }
  return false;
}
