import type { CopySecret } from '../actions/action';
import type { Background } from '../background';
import type { AskedLaunch } from '../model/asked-launch';
import type { Client } from '../model/call';
import type { Directory } from '../model/directory';
import type { OpenConsole } from '../model/open-console';
import type { StartUrl } from '../model/portal';
import type { Personal } from '../model/personal';
import type { RowList } from '../model/row-list';
import type { Row } from '../model/row';
import type { Status } from '../model/status';

/** The world outside the launcher's page, handed in. */
export interface LauncherWorld {
  read(): Promise<{ directory: Directory; personal: Personal }>;
  readStatus(): Promise<Status>;
  onStatus(told: (status: Status) => void): () => void;
  readConsoles(): Promise<readonly OpenConsole[]>;
  takeAsked(): Promise<AskedLaunch | undefined>;
  onConsoles(told: (open: readonly OpenConsole[]) => void): () => void;
  copy(text: string): Promise<boolean>;
  copySecret: CopySecret;
  /** The tab whose page is to be opened in another account, where the launcher was opened for that. */
  readonly fromTab: number | undefined;
  background(): Promise<Client<Background>>;
  now(): number;
  /** Rows that were shown first the last time, at hand without waiting. */
  readonly firstRows: readonly Row[];
  keepFirstRows(rows: readonly Row[]): void;
  /** Draws rows where nobody sees them, or takes them away again. */
  drawAside(rows: RowList | undefined): void;
  /** `portal`: the address that the first run's page is to connect. */
  openPage(page: 'welcome' | 'options', portal?: StartUrl): void;
  reload(): void;
  /** Those of the hosts that Burgee may not read. */
  missing(origins: readonly string[]): Promise<readonly string[]>;
  /** Asks for hosts inside a click. */
  allow(origins: readonly string[]): Promise<boolean>;
  close(): void;
}
