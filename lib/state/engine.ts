/** What the launcher needs once its first rows are on screen: search, ranking, the actions, and what opens a row. */
export { actions } from '../actions';
export { findHidden } from '../model/hidden-rows';
export { browseRows, rowNow, rowsInside, searchRows } from '../model/rows';
export { commandRow, sessionRows } from '../model/console-sessions';
export { parsePortalAddress } from '../model/portal';
export { consoleOrigins } from '../model/portal-hosts';
export { joined } from '../model/row-list';
export { createOpening, SHOW_HIDDEN } from './opening';
export { createPortalSteps } from './portal-steps';
export { prepared, rehearsed } from './prepared';
export { createSessionChoice } from './session-choice';
