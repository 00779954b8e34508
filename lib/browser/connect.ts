import type { Calls, Client } from '../model/call';
import { fail, type Outcome } from '../model/failure';
import { say } from '../model/say';
import type { Message } from './messages';
import { browser } from './native';

/**
 * The worker's calls as functions: `connect<Background>(repeatable).openConsole({ … })`. `repeatable` are those among
 * them that may be made twice; a script that is weighed names only its own.
 */
export function connect<Served extends Calls>(repeatable: readonly (keyof Served & string)[]): Client<Served> {
  return new Proxy({} as Client<Served>, {
    // A promise that settles with the client asks it for `then`; it has none.
    get: (_, name) =>
      typeof name === 'string' && name !== 'then'
        ? (args: unknown) => send({ call: name, args }, (repeatable as readonly string[]).includes(name))
        : undefined,
  });
}

/**
 * A message that found nobody is sent once more: the worker was between two lives. So is one whose answer was lost with
 * the worker, if doing it twice does no harm; of any other nobody knows whether it was heard.
 */
async function send(message: Message, isRepeatable: boolean): Promise<Outcome<unknown>> {
  try {
    return await sendOnce(message);
  } catch (error) {
    if (!isUndelivered(error) && !isRepeatable) return unanswered();
  }
  return sendOnce(message).catch(unanswered);
}

function unanswered(): Outcome<unknown> {
  return fail({ reason: 'refused', why: say('backgroundSilent') });
}

async function sendOnce(message: Message): Promise<Outcome<unknown>> {
  const answer: unknown = await browser.runtime.sendMessage(message);
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Outcome<unknown>;
  throw new Error('no answer');
}

function isUndelivered(error: unknown): boolean {
  return error instanceof Error && /Receiving end does not exist|Could not establish connection/.test(error.message);
}
