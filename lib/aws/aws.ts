import type { Fetch } from './http';
import { createOidcApi, type OidcApi } from './oidc-api';
import { createPortalApi, type PortalApi } from './portal-api';

export interface Aws {
  /** The portal API of a region; `undefined` for one that Burgee does not know. */
  portalApi(region: string): PortalApi | undefined;
  /** The OIDC API of a region; `undefined` for one that Burgee does not know. */
  oidcApi(region: string): OidcApi | undefined;
}

/** AWS's side of the wire; `fetch` is the caller's. */
export function createAws({ fetch }: { fetch: Fetch }): Aws {
  return {
    portalApi: byRegion((region) => createPortalApi(fetch, region)),
    oidcApi: byRegion((region) => createOidcApi(fetch, region)),
  };
}

function byRegion<Api>(create: (region: string) => Api): (region: string) => Api {
  const made = new Map<string, Api>();
  return (region) => {
    const api = made.get(region) ?? create(region);
    made.set(region, api);
    return api;
  };
}
