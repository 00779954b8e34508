import type { Commands, Event } from 'webdriver-bidi-protocol';
import { WebSocket } from 'ws';

type Params<Name extends keyof Commands> = Commands[Name]['params'];
type Answer<Name extends keyof Commands> = Commands[Name]['returnType'];

/** A connection to a browser by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/). */
export interface Bidi {
  send<Name extends keyof Commands>(name: Name, params: Params<Name>): Promise<Answer<Name>>;
  /** Calls back with each event that was subscribed to. */
  onEvent(told: (event: Event) => void): void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Connects to the address that the browser printed, and opens a session that takes the simulator's certificates. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const waiting = new Map<number, Waiting>();
  const listeners: ((event: Event) => void)[] = [];
  let last = 0;

  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message;
    if (message.type === 'event') return listeners.forEach((told) => told(message as unknown as Event));
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'success') asked?.resolve(message.result as never);
    else asked?.reject(new Error(`${message.error}: ${message.message}`));
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser has gone.'));
    waiting.clear();
  });

  const bidi: Bidi = {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    onEvent: (told) => void listeners.push(told),
  };
  await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  return bidi;
}

type Message =
  | { readonly type: 'event' }
  | { readonly type: 'success'; readonly id: number; readonly result: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: string; readonly message: string };
