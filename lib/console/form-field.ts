import { CONTROL, DIALOG } from './control';
import { harmlessWords } from './harmless-words';
import { allIn, closestTo, isMatching } from './natively';

const SEARCH = 'input[type="search"]';
/** What is written into, and no filter above a table. */
const FIELD = 'input:not([type]), input[type="text"], input[role="combobox"], textarea';
const CHOOSER = '[role="combobox"], [aria-haspopup="listbox"]';
/** What takes a row out of a form in the console's own components: it is gone once the form is saved. */
const ROW_REMOVER = '[class*="awsui_remove-button_"]';
const MOST_ABOVE = 6;

/** The little cross in a search field, which some languages call as what deletes: it stands with that field alone. */
export function clearsSearch(control: HTMLElement, labels: readonly string[]): boolean {
  if (!labels.every((label) => harmlessWords.clearing.some((word) => word === label))) return false;
  const around = aboveWith(control, SEARCH);
  return around !== undefined && !around.textContent?.trim() && allIn(around, CONTROL).length === 1;
}

/**
 * A row of several fields with nothing to press but this takes itself out of its form, most likely: a tag, a rule. One
 * field alone may be where a deletion is confirmed by typing.
 */
export function removesRow(control: HTMLElement): boolean {
  if (isMatching(control, ROW_REMOVER)) return true;
  const row = closestTo(control, DIALOG) ? undefined : aboveWith(control, FIELD);
  if (!row || allIn(row, FIELD).length < 2) return false;
  return allIn(row, CONTROL).every((other) => other === control || closestTo(other, CHOOSER) !== null);
}

/** The nearest element around a control that holds such a field too. */
function aboveWith(control: HTMLElement, field: string): HTMLElement | undefined {
  let around = control.parentElement;
  for (let step = 0; around && step < MOST_ABOVE; step += 1, around = around.parentElement)
    if (allIn(around, field).length > 0) return around;
  return undefined;
}
