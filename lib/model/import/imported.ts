import type { AccountId, RoleName } from '../account';
import type { ChainedRole } from '../chained-role';
import type { Colour } from '../colour';
import type { StartUrl } from '../portal';

/** What a file says about one account, or about one role in it. */
export interface ImportedAccount {
  readonly accountId: AccountId;
  readonly roleName?: RoleName;
  readonly label?: string;
  readonly colour?: Colour;
  readonly region?: string;
  readonly isFavourite?: boolean;
}

/** Why a part of a file was left out. */
export type Ignored =
  | 'secret'
  | 'account'
  | 'role'
  | 'colour'
  | 'alias'
  | 'portal'
  | 'region'
  | 'region-missing'
  | 'one-region'
  | 'profile-unknown'
  | 'source-unknown'
  | 'not-understood';

export interface ImportNote {
  readonly why: Ignored;
  /** Where it stands: a line counted from 1, or an entry's place. */
  readonly line: number;
  /** The setting or section; never its value. */
  readonly what: string;
}

/** What another tool's file comes to, before anything of it is taken over. */
export interface Imported {
  readonly format: ForeignFormat;
  readonly portals: readonly { readonly startUrl: StartUrl; readonly region: string | undefined }[];
  readonly accounts: readonly ImportedAccount[];
  readonly chained: readonly ChainedRole[];
  readonly notes: readonly ImportNote[];
}

export type ForeignFormat = 'aws-config' | 'extend-switch-roles' | 'sso-extender' | 'peacock';

export const nothingImported: Omit<Imported, 'format'> = { portals: [], accounts: [], chained: [], notes: [] };
