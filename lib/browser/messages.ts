import { browser } from 'wxt/browser';
import type { Calls, Sender, SenderKind } from '../model/call';
import { fail, type Outcome } from '../model/failure';
import { senderOf } from './sender';

export interface Message {
  readonly call: string;
  readonly args: unknown;
}

export type Trust<Served extends Calls> = Readonly<Record<SenderKind, readonly (keyof Served & string)[]>>;

/** Pages send whole settings; content scripts have little to say. */
const LARGEST_MESSAGE: Readonly<Record<SenderKind, number>> = {
  page: 4 * 1_024 * 1_024,
  portal: 256 * 1_024,
  console: 256 * 1_024,
};
const MOST_PER_SECOND = 50;

/**
 * The worker's door. Every message is checked in this order: who sends it, whether that class may make the call, how
 * often it does, how large it is, and whether the arguments are exactly what the call takes.
 */
export function serve<Served extends Calls>(
  served: Served,
  trust: Trust<Served>,
  refusedMessage: (why: string) => void,
): void {
  const budget = createBudget();
  browser.runtime.onMessage.addListener(async (raw: unknown, from) => {
    const sender = senderOf(from);
    const refuse = (why: string): Outcome<never> => {
      refusedMessage(why);
      return fail({ reason: 'turned-away', why });
    };
    if (!sender) return refuse('unknown sender');
    if (!isMessage(raw)) return refuse('malformed message');
    if (!Object.hasOwn(served, raw.call) || !trust[sender.kind].includes(raw.call))
      return refuse(`${sender.kind} may not call this`);
    if (!budget.allows(sender)) return refuse('too many messages');
    if (JSON.stringify(raw.args).length > LARGEST_MESSAGE[sender.kind]) return refuse('message too large');
    const asked = served[raw.call];
    const args = asked?.parse(raw.args);
    if (!asked || args === undefined) return refuse('arguments do not fit');
    return asked.run(args as never, sender);
  });
}

function isMessage(raw: unknown): raw is Message {
  if (typeof raw !== 'object' || raw === null || Object.keys(raw).length !== 2) return false;
  const { call, args } = raw as Partial<Message>;
  return typeof call === 'string' && typeof args === 'object' && args !== null;
}

/** Messages per second and tab; pages of the extension are not limited. */
function createBudget(): { allows(sender: Sender): boolean } {
  const windows = new Map<number, { startedMs: number; count: number }>();
  return {
    allows(sender) {
      if (sender.kind === 'page') return true;
      const now = Date.now();
      const window = windows.get(sender.tabId);
      if (!window || now - window.startedMs > 1_000) {
        if (windows.size > 500) windows.clear();
        windows.set(sender.tabId, { startedMs: now, count: 1 });
        return true;
      }
      window.count += 1;
      return window.count <= MOST_PER_SECOND;
    },
  };
}
