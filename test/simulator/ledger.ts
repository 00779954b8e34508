/** One request that reached the simulator, without its secrets. */
export interface Entry {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  /** Name of the API call, or '' for pages. */
  readonly op: string;
  readonly hadCookies: boolean;
  /** Header names through which a known secret came along. */
  readonly secretsIn: readonly string[];
  readonly origin: string;
  status: number;
  readonly atMs: number;
}

/** What the simulator saw and gave out. */
export class Ledger {
  readonly entries: Entry[] = [];
  readonly secrets = new Set<string>();

  clear(): void {
    this.entries.length = 0;
  }

  record(entry: Entry): Entry {
    this.entries.push(entry);
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

  calls(op: string): readonly Entry[] {
    return this.entries.filter((entry) => entry.op === op);
  }

  count(op: string, status?: number): number {
    return this.calls(op).filter((entry) => status === undefined || entry.status === status).length;
  }

  /** API calls that carried a cookie: the product must never make one. */
  apiCallsWithCookies(): readonly Entry[] {
    return this.entries.filter((entry) => entry.op !== '' && entry.hadCookies);
  }

  /** Hosts that saw a token although they are neither the portal's own page nor one of Identity Center's APIs. */
  tokensSeenElsewhere(): readonly Entry[] {
    const may = /^(?:portal\.sso|oidc)\.[a-z0-9-]+\.amazonaws\.(?:com|com\.cn|eu)$/;
    return this.entries.filter(({ secretsIn, host }) => secretsIn.some((name) => name !== 'cookie') && !may.test(host));
  }

  private containsSecret(value: string): boolean {
    for (const secret of this.secrets) if (value.includes(secret)) return true;
    return false;
  }
}
