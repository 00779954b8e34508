import { Gate } from './gate';

/** What goes wrong with an answer. */
export type Effect =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly html?: boolean;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'body'; readonly body: string; readonly contentType?: string; readonly status?: number }
  /** Half of the body, as a whole answer. */
  | { readonly kind: 'truncate' }
  /** The connection breaks before the answer. */
  | { readonly kind: 'reset' }
  /** One byte each so many milliseconds (5,000 unless given). */
  | { readonly kind: 'drip'; readonly everyMs?: number }
  | { readonly kind: 'huge'; readonly bytes: number }
  /** So many bytes of blanks, a thousandth of it on the wire. */
  | { readonly kind: 'gzip-bomb'; readonly bytes: number }
  | { readonly kind: 'redirect'; readonly status: 302 | 307; readonly to: string }
  | { readonly kind: 'hold'; readonly gate: Gate }
  | { readonly kind: 'delay'; readonly ms: number }
  /** Pages that never end: each names the same next page. */
  | { readonly kind: 'repeat-token'; readonly token?: unknown }
  /** Every list in the answer is empty. */
  | { readonly kind: 'empty-list' }
  /** The session that asks is ended first, as an administrator does. */
  | { readonly kind: 'revoke' };

export interface Fault {
  /** Name of the API call (`ListAccounts`, `CreateToken` …); absent: every call. */
  readonly op?: string;
  /** Only calls whose query holds this text. */
  readonly query?: string;
  /** Let this many matching calls pass first. */
  readonly after?: number;
  /** How many times it strikes; absent: always. */
  readonly times?: number;
  /** Strikes only so long after it was set. */
  readonly forMs?: number;
  /** Strikes this share of the calls (evenly, so that a run can be repeated). */
  readonly share?: number;
  readonly effect: Effect;
}

interface Armed {
  readonly fault: Fault;
  passesLeft: number;
  strikesLeft: number;
  readonly endsAtMs: number;
  turn: number;
}

/** The faults that are set now; the first that fits a call strikes. */
export class Faults {
  private list: Armed[] = [];
  private readonly gates = new Map<string, Gate>();

  set(...faults: readonly Fault[]): void {
    this.list = faults.map((fault) => ({
      fault,
      passesLeft: fault.after ?? 0,
      strikesLeft: fault.times ?? Number.POSITIVE_INFINITY,
      endsAtMs: Date.now() + (fault.forMs ?? Number.POSITIVE_INFINITY),
      turn: 0,
    }));
  }

  clear(): void {
    this.list = [];
  }

  /** A gate by its name, for those who steer over HTTP. */
  gate(name: string): Gate {
    const gate = this.gates.get(name) ?? new Gate();
    this.gates.set(name, gate);
    return gate;
  }

  /** Opens a named gate; the next use of its name is a new one. */
  openGate(name: string): void {
    this.gates.get(name)?.open();
    this.gates.delete(name);
  }

  /** The effect for this call, counting it. */
  strike(op: string, query: string): Effect | undefined {
    return this.list.find((armed) => fits(armed.fault, op, query) && isDue(armed))?.fault.effect;
  }
}

function fits({ op, query }: Fault, callOp: string, callQuery: string): boolean {
  return (op === undefined || op === callOp) && (query === undefined || callQuery.includes(query));
}

function isDue(armed: Armed): boolean {
  if (armed.passesLeft > 0) {
    armed.passesLeft -= 1;
    return false;
  }
  if (armed.strikesLeft <= 0 || Date.now() > armed.endsAtMs) return false;
  armed.turn += armed.fault.share ?? 1;
  if (armed.turn < 1) return false;
  armed.turn -= 1;
  armed.strikesLeft -= 1;
  return true;
}
