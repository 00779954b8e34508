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
    if (JSON.stringify(told) !== JSON.stringify(last ?? {})) await memory.putRecord('policy', told);
    return parsePolicy(told);
  }

  const read = (): Promise<Policy> => (known ??= ask());

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
