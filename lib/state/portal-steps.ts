import type { ReadonlySignal } from '@preact/signals';
import type { StartUrl } from '../model/portal';
import { signInOrigins } from '../model/portal-hosts';
import type { Summary } from '../model/summary';
import type { LauncherMemory } from './launcher-memory';
import type { LauncherWorld } from './launcher-world';
import type { Telling } from './telling';

/** What a notice offers to do about a portal. */
export function createPortalSteps(
  world: LauncherWorld,
  { failure, unmarked }: LauncherMemory,
  { does }: Telling,
  summary: ReadonlySignal<Summary>,
) {
  return {
    refresh: (portal: StartUrl): Promise<boolean> => does((background) => background.refresh({ portal })),

    /** The way that the session was made before: at the portal, or with AWS; the latter where the portal hides its own. */
    async signIn(portal: StartUrl): Promise<void> {
      const own = summary.value.portals.find((one) => one.portal.startUrl === portal);
      const isHidden = own?.signIn?.state === 'failed' && own.signIn.failure.reason === 'session-hidden';
      // Nothing may be awaited before: Firefox would take it for no click any more.
      if (isHidden && !(await world.allow(signInOrigins(own.portal.region)))) return;
      const isWithAws = isHidden || own?.via === 'oidc';
      const opened = does((background) =>
        isWithAws ? background.signIn({ portal }) : background.openPortal({ portal }),
      );
      if (await opened) world.close();
    },

    async allow(origins: readonly string[]): Promise<void> {
      if (!(await world.allow(origins))) return;
      failure.value = undefined;
      unmarked.value = unmarked.value.filter((host) => !origins.includes(host));
    },
  };
}
