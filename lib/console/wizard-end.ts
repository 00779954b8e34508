import { CONTROL } from './control';
import { asksDanger, isDenial, namesDeed, plain } from './danger-said';
import { harmlessWords } from './harmless-words';
import { allIn } from './natively';
import { questionAround } from './question';

const HEADING = 'h1, h2, h3, h4, [role="heading"]';
const MOST_HEADINGS = 60;
const MOST_ABOVE = 6;

/**
 * Some languages call the last button of a wizard as they call what ends an instance. It is the wizard's where that is
 * its whole label, where beside it stand a way back and a way out and nothing else, and where no heading names the deed.
 */
export function endsWizard(control: HTMLElement, labels: readonly string[]): boolean {
  const isBare = labels.length > 0 && labels.every((label) => harmlessWords.wizardEnds.some((word) => word === label));
  if (control.getRootNode() !== control.ownerDocument) return false;
  return isBare && isInWizardBar(control) && !headingsAround(control).some((heading) => isAboutDeed(plain(heading)));
}

function isInWizardBar(control: HTMLElement): boolean {
  let bar = control.parentElement;
  for (let step = 0; bar && step < MOST_ABOVE; step += 1, bar = bar.parentElement) {
    const others = allIn(bar, CONTROL).filter((other) => other !== control);
    const says = others.map((other) => plain(other.getAttribute('aria-label') ?? other.textContent ?? ''));
    if (!says.every((label) => isWayBack(label) || isWayOut(label))) return false;
    if (says.some(isWayBack) && says.some(isWayOut)) return true;
  }
  return false;
}

function isWayBack(label: string): boolean {
  return harmlessWords.waysBack.some((word) => word === label);
}

function isWayOut(label: string): boolean {
  return isDenial(label) || harmlessWords.waysOut.some((word) => word === label);
}

function headingsAround(control: HTMLElement): string[] {
  const headings = allIn(control.ownerDocument.documentElement, HEADING).slice(0, MOST_HEADINGS);
  return [questionAround(control), ...headings.map((heading) => heading.textContent ?? '')];
}

function isAboutDeed(heading: string): boolean {
  return asksDanger(heading) === 'sure' || namesDeed(heading);
}
