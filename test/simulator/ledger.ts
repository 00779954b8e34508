/** One request that reached the simulator, without its secrets. */
export interface Entry {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  /** Name of the API call, or '' for pages. */
  readonly op: string;
  readonly headerNames: readonly string[];
  readonly hadCookies: boolean;
  /** Where a known secret came along: header names, `(address)`, `(body)`. */
  readonly secretsIn: readonly string[];
  readonly origin: string;
  status: number;
  readonly atMs: number;
}

/** What a test asks first, in numbers. */
export interface Summary {
  /** Calls by name, then by status. */
  readonly calls: Readonly<Record<string, Readonly<Record<number, number>>>>;
  readonly throttled: number;
  readonly apiCallsWithCookies: number;
  readonly tokensSeenElsewhere: number;
}

/** Hosts that may see a token: Identity Center's APIs, and the sign-in that takes a federation token in its address. */
const entitled =
  /^(?:portal\.sso|oidc)\.[a-z0-9-]+\.(?:amazonaws\.(?:com|com\.cn|eu)|api\.(?:aws|amazonwebservices\.com\.cn))$/;
const entitledByAddress =
  /(?:^|\.)signin\.(?:aws\.amazon\.com|amazonaws-us-gov\.com|amazonaws\.cn|amazonaws-eusc\.eu)$|^127\.0\.0\.1$/;

/** Requests that a test makes by itself carry this header: they are not the browser's. */
export const TESTS_OWN = 'x-simulator-test';

/** What the simulator saw and gave out. */
export class Ledger {
  readonly entries: Entry[] = [];
  /** All that ever came from anybody but a test itself, whatever a test cleared. */
  private readonly ever: Entry[] = [];
  /** Every secret that was given out since the start. */
  readonly secrets = new Set<string>();

  clear(): void {
    this.entries.length = 0;
  }

  /** Drops the harmless calls, for a test that makes more of them than memory should hold. */
  forget(): void {
    this.clear();
    const telling = this.ever.filter((entry) => isCallWithCookies(entry) || isTokenElsewhere(entry));
    this.ever.splice(0, this.ever.length, ...telling);
  }

  record(entry: Entry): Entry {
    this.entries.push(entry);
    if (!entry.headerNames.includes(TESTS_OWN)) this.ever.push(entry);
    return entry;
  }

  /** A secret that was given out; returned for convenience. */
  gaveOut(secret: string): string {
    this.secrets.add(secret);
    return secret;
  }

  secretsAmong(headers: Headers): string[] {
    return [...headers].filter(([, value]) => this.containsSecret(value)).map(([name]) => name);
  }

  containsSecret(text: string): boolean {
    for (const secret of this.secrets) if (text.includes(secret)) return true;
    return false;
  }

  calls(op: string): readonly Entry[] {
    return this.entries.filter((entry) => entry.op === op);
  }

  count(op: string, status?: number): number {
    return this.calls(op).filter((entry) => status === undefined || entry.status === status).length;
  }

  /** API calls that carried a cookie: the product must never make one. */
  apiCallsWithCookies(): readonly Entry[] {
    return this.entries.filter(isCallWithCookies);
  }

  everWithCookies(): readonly Entry[] {
    return this.ever.filter(isCallWithCookies);
  }

  everSeenElsewhere(): readonly Entry[] {
    return this.ever.filter(isTokenElsewhere);
  }

  everAsked(op: string): readonly Entry[] {
    return this.ever.filter((entry) => entry.op === op);
  }

  /** Requests that brought a secret to a host that has no business with it. */
  tokensSeenElsewhere(): readonly Entry[] {
    return this.entries.filter(isTokenElsewhere);
  }

  summary(): Summary {
    const calls: Record<string, Record<number, number>> = {};
    for (const { op, status } of this.entries) {
      if (op === '') continue;
      const byStatus = (calls[op] ??= {});
      byStatus[status] = (byStatus[status] ?? 0) + 1;
    }
    return {
      calls,
      throttled: this.entries.filter(({ status }) => status === 429).length,
      apiCallsWithCookies: this.apiCallsWithCookies().length,
      tokensSeenElsewhere: this.tokensSeenElsewhere().length,
    };
  }
}

function isCallWithCookies({ op, hadCookies }: Entry): boolean {
  return op !== '' && hadCookies;
}

function isTokenElsewhere({ secretsIn, host }: Entry): boolean {
  if (entitled.test(host)) return false;
  const told = secretsIn.filter((place) => place !== 'cookie' && place !== 'referer');
  return told.some((place) => place !== '(address)' || !entitledByAddress.test(host));
}
