import type { ManagedArea } from '../browser/managed';
import { type Policy, parsePolicy, type PolicyField } from '../model/policy';
import type { StartUrl } from '../model/portal';

export type OwnPolicy = ReturnType<typeof createPolicy>;

interface Memory {
  record(name: 'policy'): Promise<unknown>;
  putRecord(name: 'policy', value: unknown): Promise<void>;
}

/**
 * The organisation's policy. Where the browser fails to tell it, the one that it told last holds on: a fault must not
 * loosen what was locked.
 */
export function createPolicy(managed: ManagedArea, memory: Memory) {
  let known: Promise<Policy> | undefined;

  async function ask(): Promise<Policy> {
    const told = await managed.read();
    const last = await memory.record('policy');
    if (told === 'unreadable') return parsePolicy(last);
    // A disk that is full takes nothing from what was told.
    if (JSON.stringify(told) !== JSON.stringify(last ?? {}))
      await memory.putRecord('policy', told).catch(() => undefined);
    return parsePolicy(told);
  }

  /** What failed once is asked again, not remembered. */
  function read(): Promise<Policy> {
    if (known) return known;
    const asked = ask();
    known = asked;
    asked.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked;
  }

  return {
    read,

    /** After a change of the policy. */
    forget(): void {
      known = undefined;
    },

    isLocked: async (field: PolicyField): Promise<boolean> => (await read()).locked.includes(field),

    /** False for a portal that is not the organisation's, where only its own may be connected. */
    async allowsPortal(portal: StartUrl): Promise<boolean> {
      const { locked, portals } = await read();
      return !locked.includes('portals') || portals.some(({ startUrl }) => startUrl === portal);
    },

    /** True for a portal of the organisation that nobody may take away. */
    async holdsPortal(portal: StartUrl): Promise<boolean> {
      const { locked, portals } = await read();
      return locked.includes('portals') && portals.some(({ startUrl }) => startUrl === portal);
    },
  };
}
