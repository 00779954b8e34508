import type { AccountId } from './account';
import type { StartUrl } from './portal';

/** A tab in which Burgee opened a console, by a portal's link. */
export interface LaunchedTab {
  readonly tabId: number;
  readonly portal: StartUrl;
  readonly accountId: AccountId;
}
