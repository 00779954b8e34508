import type { Outcome } from './failure';

/** Who sends a message, told by the browser's own data and never by the message. */
export type Sender =
  | { readonly kind: 'page' }
  | { readonly kind: 'portal'; readonly tabId: number; readonly url: string }
  | {
      readonly kind: 'console';
      readonly tabId: number;
      readonly url: string;
      /** The very page, where the browser tells: its tab may show another one by the time of an answer. */
      readonly documentId: string | undefined;
    };

export type SenderKind = Sender['kind'];

/** Checks unknown arguments; `undefined` where they are not what the call takes. */
export type ParseArguments<Arguments> = (raw: unknown) => Arguments | undefined;

/** Something that the worker does when asked by message. */
export interface Call<Arguments, Value> {
  readonly parse: ParseArguments<Arguments>;
  run(args: Arguments, sender: Sender): Promise<Outcome<Value>>;
}

/** A call of any arguments: what the router needs to know. */
interface AnyCall {
  parse(raw: unknown): unknown;
  run(args: never, sender: Sender): Promise<Outcome<unknown>>;
}

export type Calls = Readonly<Record<string, AnyCall>>;

/** The same calls as a page or content script sees them. */
export type Client<Served extends Calls> = {
  readonly [Name in keyof Served]: Served[Name] extends Call<infer Arguments, infer Value>
    ? (args: Arguments) => Promise<Outcome<Value>>
    : never;
};

export function call<Arguments, Value>(
  parse: ParseArguments<Arguments>,
  run: (args: Arguments, sender: Sender) => Promise<Outcome<Value>>,
): Call<Arguments, Value> {
  return { parse, run };
}
