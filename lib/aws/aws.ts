import type { Fetch } from './http';
import { createPortalApi, type PortalApi } from './portal-api';

export interface Aws {
  /** The portal API of a region; `undefined` for one that Burgee does not know. */
  portalApi(region: string): PortalApi | undefined;
}

/** AWS's side of the wire; `fetch` is the caller's. */
export function createAws({ fetch }: { fetch: Fetch }): Aws {
  const apis = new Map<string, PortalApi | undefined>();
  return {
    portalApi(region) {
      if (!apis.has(region)) apis.set(region, createPortalApi(fetch, region));
      return apis.get(region);
    },
  };
}
