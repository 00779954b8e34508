/** What the launcher needs once its first rows are on screen: search, ranking and the actions. */
export { actions } from '../actions';
export { openHere } from '../actions/open-here';
export { browseRows, buildIndex, hiddenRows, rowsInside, searchRows } from '../model/rows';
export { withChained } from '../model/chained-entry';
export { commandRow, parseSessionStep, sessionRows } from '../model/console-sessions';
export { consoleOrigins, signInOrigins } from '../model/portal-hosts';
