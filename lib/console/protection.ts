import { type Danger, isBlocking, isDenial, LONGEST_LABEL, standsAtAnEnd, worstOf } from './danger-said';
import { harmlessWords } from './harmless-words';
import { protectionWords } from './protection-words';

/** What a press on a box or a switch does to it. */
export type Turn = 'on' | 'off' | 'unknown';

/** What the groups and the dialog around a control say. */
type Around = () => readonly string[];

const nothing: Around = () => [];
/** "deletion-protection-test" */
const NAME_OF_A_THING = /\S*(?:protection[-_]|[-_]protection)\S*/g;
const LONGEST_BARE = 6;
const CHOSEN_FROM = /^(?:radio|option|menuitemradio)$/;

/**
 * What is lost by switching a box that names a protection; `undefined` where it names none. To switch a protection on is
 * harmless, and so is to give up that it be off.
 */
export function turnDanger(turn: Turn, labels: readonly string[], around: Around): Danger | undefined {
  const lost = labels.some(isAcknowledging) ? 'none' : whatIsLost(labels, labels.some(isBare) ? around : nothing);
  if (lost === 'none' || around().some(isPreferences)) return undefined;
  if (turn === 'unknown') return 'likely';
  return (turn === 'off') === labels.some(isOptingOut) ? 'none' : lost;
}

/** What is lost by a choice that leaves a protection switched off; `undefined` where the choice does not. */
export function optingOutDanger(role: string, labels: readonly string[], around: Around): Danger | undefined {
  if (!CHOSEN_FROM.test(role) || !labels.some(isOptingOut)) return undefined;
  const lost = whatIsLost(labels, around);
  return lost === 'none' ? undefined : lost;
}

/** What a button does that says that it switches a protection on or off; `undefined` where it does not say so. */
export function switchingDanger(labels: readonly string[]): Danger | undefined {
  const meant = labels.filter((label) => !isDenial(label));
  const named = meant.filter((label) => protects(label) === 'sure');
  if (named.length === 0) return undefined;
  if (named.some(isOptingOut)) return 'sure';
  return named.length === meant.length && named.every(isOptingIn) ? 'none' : undefined;
}

function whatIsLost(labels: readonly string[], around: Around): Danger {
  return worstOf([...labels, ...around()].map(protects));
}

/** How bad it is to lose the protection that a text names. */
function protects(text: string): Danger {
  const name = text.slice(0, LONGEST_LABEL).replace(NAME_OF_A_THING, '');
  const { against, safeguards } = protectionWords;
  if (isBlocking(name)) return 'sure';
  const isProtection = harmlessWords.protection.some((word) => name.includes(word));
  if (isProtection && against.some((deed) => name.includes(deed))) return 'sure';
  return isProtection || safeguards.some((word) => name.includes(word)) ? 'likely' : 'none';
}

function isBare(label: string): boolean {
  const { on, onSigns } = protectionWords;
  const isSign = label.length <= LONGEST_BARE && onSigns.some((sign) => label.startsWith(sign));
  return isSign || on.some((word) => word === label) || isOptingOut(label);
}

/** In some languages a label ends with what it does: "Löschschutz deaktivieren". */
function isOptingOut(label: string): boolean {
  const { off, offSigns } = protectionWords;
  const name = shown(label);
  return off.some((word) => standsAtAnEnd(name, word)) || offSigns.some((sign) => name.includes(sign));
}

function isOptingIn(label: string): boolean {
  const { enabling, enablingSigns } = protectionWords;
  const name = shown(label);
  return (
    enabling.some((word) => standsAtAnEnd(name, word)) ||
    enablingSigns.some((sign) => name.startsWith(sign) || name.endsWith(sign))
  );
}

function shown(label: string): string {
  return label.slice(0, LONGEST_LABEL).replace(/[?!.]$/, '');
}

function isAcknowledging(label: string): boolean {
  return protectionWords.acknowledging.some((word) => label.startsWith(word));
}

function isPreferences(name: string): boolean {
  return protectionWords.preferences.some((word) => word === name);
}
