import type { AccountId } from '../model/account';
import type { Colour } from '../model/colour';
import type { Look } from '../model/look';
import type { Inside } from './pressed-path';
import type { View } from './view';

/** The browser and the worker as a console tab needs them, handed in. */
export interface ConsoleWorld {
  /** The account's own record; `null` where there is none. */
  readLook(account: AccountId): Promise<Look | null>;
  onLook(told: (account: AccountId, look: Look | null) => void, signal: AbortSignal): void;
  /** Tells the worker who this tab is, for the toolbar and for other tabs; gives when its session ends, if that is known. */
  seen(view: View, mark: string): Promise<number | undefined>;
  /** Writes on the page from outside of it, where it can't be removed; an empty sentence takes it away again. */
  strip(says: string, colour: Colour): void;
  /** Signs in to the role again in a tab of its own; false where no portal lists it. */
  renewBeside(account: AccountId, roleName: string): Promise<boolean>;
  /** A link to this very page that carries account and role; `undefined` where no portal lists the account. */
  shareLink(account: AccountId, roleName: string): Promise<string | undefined>;
  /** Label and colour of an account of the inventory. */
  whoIs(account: AccountId): Promise<Pick<Look, 'label' | 'colour'> | undefined>;
  /** Opens this page again as that account and role, through the portal; false where no portal lists it. */
  reopenAs(account: AccountId, roleName: string): Promise<boolean>;
  /** Shows the launcher, to open this very page in another account. */
  chooseAccount(): void;
  /** Opens the settings where the look of an account is chosen. */
  colourAccount(account: AccountId): void;
  readonly inside: Inside;
  /** True when the extension was updated or removed under this script. */
  isOrphaned(): boolean;
}
