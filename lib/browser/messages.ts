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
    if (!budget.allows(sender, raw.call)) return refuse('too many messages');
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

/**
 * Messages per second, tab and call: what a page can make our script ask again and again does not silence what it has to
 * tell. Pages of the extension are not limited.
 */
function createBudget(): { allows(sender: Sender, call: string): boolean } {
  const windows = new Map<string, { startedMs: number; count: number }>();
  return {
    allows(sender, call) {
      if (sender.kind === 'page') return true;
      const now = Date.now();
      const key = `${sender.tabId} ${call}`;
      const window = windows.get(key);
      if (!window || now - window.startedMs > 1_000) {
        if (windows.size > 500) windows.clear();
        windows.set(key, { startedMs: now, count: 1 });
        return true;
      }
      window.count += 1;
      return window.count <= MOST_PER_SECOND;
    },
  };
}
