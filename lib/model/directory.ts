import type { AccountId, RoleName } from './account';
import type { Partition } from './partition';
import type { StartUrl } from './portal';

/** One access portal that the person has connected. */
export interface Portal {
  readonly startUrl: StartUrl;
  readonly region: string;
  readonly partition: Partition;
  /** The person's own name for it, or ''. */
  readonly name: string;
  /** Other addresses of the same organisation, as in its other regions: the same person has the same list there. */
  readonly alsoAt?: readonly StartUrl[];
  /** Portals stand in ascending order of it, those without one last. */
  readonly place?: number;
}

/** Whether an address is one of a portal's. */
export function isAt({ startUrl, alsoAt = [] }: Portal, address: StartUrl): boolean {
  return startUrl === address || alsoAt.includes(address);
}

/** One account as one portal lists it. */
export interface Account {
  readonly portal: StartUrl;
  readonly id: AccountId;
  /** Cleaned, possibly ''. */
  readonly name: string;
  /** True where cleaning removed hidden characters from the name: the row then carries a mark. */
  readonly nameAltered: boolean;
  readonly email: string;
  /** `undefined` until the crawl has asked for them. */
  readonly roles: readonly RoleName[] | undefined;
}

/** One SaaS or custom SAML application that is assigned in a portal. */
export interface App {
  readonly portal: StartUrl;
  /** `ins-…` */
  readonly id: string;
  readonly name: string;
  /** What sort of application it is, in AWS's words ("Custom SAML 2.0 application", "Slack"). */
  readonly kind: string;
}

/** Everything that the launcher can find, over all portals. */
export interface Directory {
  readonly portals: readonly Portal[];
  readonly accounts: readonly Account[];
  readonly apps: readonly App[];
}
