import { startPace } from '../model/pace';
import type { StartUrl } from '../model/portal';
import { createPaceGate, type PaceGate } from './pace-gate';
import type { World } from './world';

/** One gate per portal; what they learnt of AWS's pace outlives the worker. */
export function createPaceGates({ browser, now, random }: World) {
  const gates = new Map<StartUrl, Promise<PaceGate>>();

  return {
    /** The pace goes on where a stopped worker left it. */
    of(portal: StartUrl): Promise<PaceGate> {
      const gate =
        gates.get(portal) ??
        browser.paces.read().then((paces) => {
          const kept = paces.find((own) => own.portal === portal)?.pace;
          return createPaceGate(kept ?? startPace(now()), now, random);
        });
      gates.set(portal, gate);
      return gate;
    },

    async keep(): Promise<void> {
      const paces = [...gates].map(async ([portal, gate]) => ({ portal, pace: (await gate).pace() }));
      await browser.paces.write(await Promise.all(paces));
    },
  };
}
