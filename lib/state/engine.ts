/** What the launcher needs once its first rows are on screen: search, ranking, the actions, and what opens a row. */
export { actions } from '../actions';
export { browseRows, buildIndex, hiddenRows, rowsInside, searchRows } from '../model/rows';
export { withChained } from '../model/chained-entry';
export { commandRow, sessionRows } from '../model/console-sessions';
export { consoleOrigins } from '../model/portal-hosts';
export { createOpening, SHOW_HIDDEN } from './opening';
export { createPortalSteps } from './portal-steps';
export { createSessionChoice } from './session-choice';
