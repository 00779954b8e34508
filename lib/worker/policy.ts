import type { ManagedArea } from '../browser/managed';
import { type Policy, parsePolicy, type PolicyField } from '../model/policy';
import type { StartUrl } from '../model/portal';

export type OwnPolicy = ReturnType<typeof createPolicy>;

interface Memory {
  record(name: 'policy'): Promise<unknown>;
  putRecord(name: 'policy', value: unknown): Promise<void>;
}

/**
 * The organisation's policy. Chromium tells it only some seconds after its own start, so what it told last holds until
 * then, and `changed` is called if it tells something else. Where the browser fails to tell it at all, what it told last
 * holds on: a fault must not loosen what was locked.
 */
export function createPolicy(managed: ManagedArea, memory: Memory, changed: () => void) {
  let known: Promise<Policy> | undefined;
  let started: Promise<Policy> | undefined;

  /** What holds at the start of this worker; the browser's own word follows. */
  async function start(): Promise<Policy> {
    const last = await memory.record('policy');
    const asked = ask();
    if (last === undefined) return asked;
    const remembered = parsePolicy(last);
    void asked.then(
      (policy) => {
        if (known !== started || JSON.stringify(policy) === JSON.stringify(remembered)) return;
        known = asked;
        changed();
      },
      () => undefined,
    );
    return remembered;
  }

  async function ask(): Promise<Policy> {
    const told = await managed.read();
    const last = await memory.record('policy');
    if (told === 'unreadable') return parsePolicy(last);
    // A disk that is full takes nothing from what was told.
    if (JSON.stringify(told) !== JSON.stringify(last)) await memory.putRecord('policy', told).catch(() => undefined);
    return parsePolicy(told);
  }

  /** What failed once is asked again, not remembered. */
  function know(asked: Promise<Policy>): Promise<Policy> {
    known = asked;
    asked.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked;
  }

  const read = (): Promise<Policy> => known ?? (started = know(start()));

  return {
    read,

    /** After a change of the policy. */
    askAgain: (): Promise<Policy> => know(ask()),

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
