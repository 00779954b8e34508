import { type Danger, LONGEST_LABEL, worstOf } from './danger-said';
import { harmlessWords } from './harmless-words';
import { protectionWords } from './protection-words';

/** What a press on a box or a switch does to it. */
export type Turn = 'on' | 'off' | 'unknown';

/** What the groups and the dialog around a control say. */
type Around = () => readonly string[];

const nothing: Around = () => [];
/** "deletion-protection-test" */
const NAME_OF_A_THING = /\S*(?:protection[-_]|[-_]protection)\S*/g;
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

function whatIsLost(labels: readonly string[], around: Around): Danger {
  return worstOf([...labels, ...around()].map(protects));
}

/** How bad it is to lose the protection that a text names. */
function protects(text: string): Danger {
  const name = text.slice(0, LONGEST_LABEL).replace(NAME_OF_A_THING, '');
  const { against, blocking, safeguards } = protectionWords;
  if (blocking.some(([first, last]) => name.includes(first) && name.includes(last))) return 'sure';
  const isProtection = harmlessWords.protection.some((word) => name.includes(word));
  if (isProtection && against.some((deed) => name.includes(deed))) return 'sure';
  return isProtection || safeguards.some((word) => name.includes(word)) ? 'likely' : 'none';
}

function isBare(label: string): boolean {
  return protectionWords.on.some((word) => word === label) || isOptingOut(label);
}

function isOptingOut(label: string): boolean {
  const { off, offSigns } = protectionWords;
  return (
    off.some((word) => label.startsWith(word) && !/^[\p{L}\p{N}_-]/u.test(label.slice(word.length))) ||
    offSigns.some((sign) => label.slice(0, LONGEST_LABEL).includes(sign))
  );
}

function isAcknowledging(label: string): boolean {
  return protectionWords.acknowledging.some((word) => label.startsWith(word));
}

function isPreferences(name: string): boolean {
  return protectionWords.preferences.some((word) => word === name);
}
