/** What goes wrong with an answer. */
export type Effect =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly html?: boolean;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'body'; readonly body: string; readonly contentType?: string }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'drip' }
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'redirect'; readonly status: 302 | 307; readonly to: string }
  | { readonly kind: 'hold'; readonly gate: Gate };

export interface Fault {
  /** Name of the API call (`ListAccounts`, `CreateToken` …); absent: every call. */
  readonly op?: string;
  /** Only calls whose query holds this text. */
  readonly query?: string;
  /** Let this many matching calls pass first. */
  after?: number;
  /** How many times it strikes; absent: always. */
  times?: number;
  /** Strikes with this probability only (deterministic sequence). */
  readonly share?: number;
  readonly effect: Effect;
}

/** Holds answers until a test lets them go. */
export class Gate {
  private release: () => void = () => {};
  private readonly opened: Promise<void>;
  private arrive: () => void = () => {};
  /** Settles when the first request has arrived. */
  readonly reached: Promise<void>;

  constructor() {
    this.opened = new Promise((resolve) => (this.release = resolve));
    this.reached = new Promise((resolve) => (this.arrive = resolve));
  }

  open(): void {
    this.release();
  }

  wait(): Promise<void> {
    this.arrive();
    return this.opened;
  }
}

/** The faults that are set now; the first that fits a call strikes. */
export class Faults {
  private list: Fault[] = [];
  private turn = 0;

  set(...faults: readonly Fault[]): void {
    this.list = faults.map((fault) => ({ ...fault }));
  }

  clear(): void {
    this.list = [];
  }

  /** The effect for this call, counting it. */
  strike(op: string, query: string): Effect | undefined {
    for (const fault of this.list) {
      if (fault.op !== undefined && fault.op !== op) continue;
      if (fault.query !== undefined && !query.includes(fault.query)) continue;
      if (fault.after !== undefined && fault.after > 0) {
        fault.after -= 1;
        continue;
      }
      if (fault.times !== undefined && fault.times <= 0) continue;
      if (fault.share !== undefined && !this.isTurn(fault.share)) continue;
      if (fault.times !== undefined) fault.times -= 1;
      return fault.effect;
    }
    return undefined;
  }

  private isTurn(share: number): boolean {
    this.turn += share;
    if (this.turn < 1) return false;
    this.turn -= 1;
    return true;
  }
}
