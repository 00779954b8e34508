/** Plain data that says what a simulated AWS holds. */
export interface World {
  readonly portals: readonly WorldPortal[];
  /** Console sessions live side by side on hosts of their own, as with "Turn on multi-session". */
  readonly multiSession: boolean;
}

export interface WorldPortal {
  /** Start URL without a trailing slash. */
  readonly startUrl: string;
  readonly region: string;
  readonly directoryId: string;
  readonly user: { readonly name: string; readonly email: string };
  readonly accounts: readonly WorldAccount[];
  readonly apps: readonly WorldApp[];
  /** Further rows of the account list exactly as they go over the wire, however broken. */
  readonly strangeAccounts?: readonly unknown[];
  /** Further rows of the application list exactly as they go over the wire, however broken. */
  readonly strangeApps?: readonly unknown[];
}

export interface WorldAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** Where the permission sets of this account send the person; absent: console home. */
  readonly relayState?: string;
}

export interface WorldApp {
  /** `ins-…` */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Where the person lands after sign-in to the app. */
  readonly url: string;
}
