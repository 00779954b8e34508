/** What a person can press. */
export const CONTROL =
  'button, a[href], input[type="button"], input[type="submit"], input[type="image"], summary, [role="button"], [role="link"], [role="menuitem"], [role="menuitemradio"], [role="menuitemcheckbox"], [role="option"], [role="switch"], [role="tab"]';

/** What a person chooses among, or ticks: it does nothing by itself, but may open something up. */
export const CHOICE = 'input[type="radio"], input[type="checkbox"], [role="radio"], [role="checkbox"]';

/** What is written into or chosen from: a press there, and each key, is its own. */
export const FIELD = `input:not(${CONTROL}, ${CHOICE}), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="searchbox"]`;

/** What asks a question of its own above the page. */
export const DIALOG = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/** Not by its class: a component in a frame has one of its own. */
export function isShadowRoot(target: EventTarget): target is ShadowRoot {
  return 'host' in target && 'mode' in target;
}
