import type { CrawlJob } from '../model/crawl';
import type { Account, App, Portal } from '../model/directory';
import type { StartUrl } from '../model/portal';

/** An account with the crawl generations that saw it. */
export interface StoredAccount extends Account {
  readonly generation: number;
  /** Generation whose crawl asked for its roles; 0: none yet. */
  readonly rolesGeneration: number;
}

export interface StoredApp extends App {
  readonly generation: number;
}

export interface LastCrawl {
  readonly portal: StartUrl;
  readonly generation: number;
  /** 0: no list was ever complete. */
  readonly completeAtMs: number;
  /** When a crawl last came to an end, whatever came of it. */
  readonly endedAtMs: number;
  readonly accounts: number;
}

/** What is kept by record. `personal` holds what is the person's own, by name; all else can be listed again. */
export interface Records {
  portals: Portal;
  accounts: StoredAccount;
  apps: StoredApp;
  jobs: CrawlJob;
  generations: LastCrawl;
  /** Whose list it is: the user id that the portal's API gave. */
  owners: string;
  personal: unknown;
}

export type TableName = keyof Records;
/** A portal's address or a name; portal and id for accounts and apps. */
export type RecordKey = string | [portal: string, id: string];

export interface Table<Value> {
  get(key: RecordKey): Promise<Value | undefined>;
  all(): Promise<Value[]>;
  where(field: 'portal' | 'id', value: string): Promise<Value[]>;
  /** Accounts and apps carry their key; the others are told theirs. */
  put(value: Value, key?: string): Promise<void>;
  delete(key: RecordKey): Promise<void>;
}

export type Tables<Names extends TableName> = { readonly [Name in Names]: Table<Records[Name]> };

/** Runs tasks on tables, each all or nothing. A task awaits nothing but its tables. */
export interface Database {
  read<Names extends TableName, Value>(
    names: readonly Names[],
    task: (tables: Tables<Names>) => Promise<Value>,
  ): Promise<Value>;
  /** `isStrict`: on the disk before it counts as written. */
  write<Names extends TableName, Value>(
    names: readonly Names[],
    task: (tables: Tables<Names>) => Promise<Value>,
    isStrict?: boolean,
  ): Promise<Value>;
}
