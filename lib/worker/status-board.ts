import type { LastCrawl } from '../browser/tables';
import type { Failure } from '../model/failure';
import type { StartUrl } from '../model/portal';
import {
  type CrawlStatus,
  failedInPassing,
  type PortalStatus,
  type Status,
  type StorageHealth,
  type UnknownRegion,
} from '../model/status';
import { createSerial } from './serial';
import type { World } from './world';

const noCrawl: CrawlStatus = {
  state: 'none',
  accounts: 0,
  accountsWithRoles: 0,
  startedAtMs: undefined,
  completeAtMs: undefined,
  failure: undefined,
  added: 0,
  removed: 0,
  rolesAdded: 0,
  rolesRemoved: 0,
};

export type StatusBoard = ReturnType<typeof createStatusBoard>;

/** The one writer of what pages may know: portals, sessions without secrets, crawls, and the directory's revision. */
export function createStatusBoard({ browser }: World) {
  const inTurn = createSerial();

  function change(to: (status: Status) => Status): Promise<void> {
    return inTurn(async () => browser.status.write(to(await browser.status.read())));
  }

  async function nextRevision(): Promise<void> {
    const status = await browser.status.read();
    await browser.status.write({ ...status, revision: status.revision + 1 });
  }

  return {
    read: () => browser.status.read(),

    portal: (portal: StartUrl, patch: Partial<Omit<PortalStatus, 'portal' | 'crawl'>>): Promise<void> =>
      change((status) => withPortal(status, portal, (old) => ({ ...old, ...patch }))),

    /** How the last sign-in failed, or that none did; one that is under way is left alone. */
    signInFailed: (portal: StartUrl, failure: Failure | undefined): Promise<void> =>
      inTurn(async () => {
        const status = await browser.status.read();
        const { signIn } = status.portals.find((own) => own.portal === portal) ?? {};
        if ((signIn === undefined && failure === undefined) || (signIn && signIn.state !== 'failed')) return;
        const next = failure && ({ state: 'failed', failure } as const);
        await browser.status.write(withPortal(status, portal, (old) => ({ ...old, signIn: next })));
      }),

    /** Sign-ins that failed for want of a network: there is one again, and who is signed in is to be seen anew. */
    forgetPassing: (): Promise<void> =>
      inTurn(async () => {
        const status = await browser.status.read();
        if (!status.portals.some(failedInPassing)) return;
        const portals = status.portals.map((own) => (failedInPassing(own) ? { ...own, signIn: undefined } : own));
        await browser.status.write({ ...status, portals });
      }),

    crawl: (portal: StartUrl, patch: Partial<CrawlStatus>): Promise<void> =>
      change((status) => withPortal(status, portal, (old) => ({ ...old, crawl: { ...old.crawl, ...patch } }))),

    /** A portal was seen whose region nobody knows; or one is known by now, and nothing is to be told of it any more. */
    region: (portal: StartUrl, unknown: UnknownRegion | undefined): Promise<void> =>
      inTurn(async () => {
        const status = await browser.status.read();
        if (unknown === undefined && status.unknownRegion?.portal !== portal) return;
        await browser.status.write({ ...status, unknownRegion: unknown });
      }),

    /** What the disk is up to; written only when it changes. */
    storage: (storage: StorageHealth): Promise<void> =>
      inTurn(async () => {
        const status = await browser.status.read();
        if (status.storage !== storage) await browser.status.write({ ...status, storage });
      }),

    /** After a start of the browser: how old the list is, which no session had to be seen for. */
    recall: (portal: StartUrl, last: LastCrawl | undefined): Promise<void> =>
      inTurn(async () => {
        const status = await browser.status.read();
        if (status.portals.some((own) => own.portal === portal)) return;
        const crawl = { ...noCrawl, completeAtMs: last?.completeAtMs || undefined, accounts: last?.accounts ?? 0 };
        await browser.status.write(withPortal(status, portal, (fresh) => ({ ...fresh, crawl })));
      }),

    forget: (portal: StartUrl): Promise<void> =>
      change((status) => ({ ...status, portals: status.portals.filter((own) => own.portal !== portal) })),

    /** Writes both snapshots' source of truth for pages and tells them to read again. */
    publish: (): Promise<void> =>
      inTurn(async () => {
        const [directory, personal] = await Promise.all([browser.store.directory(), browser.store.personal()]);
        await Promise.all([browser.snapshots.writeDirectory(directory), browser.snapshots.writePersonal(personal)]);
        await nextRevision();
      }),

    /** The same for what is the person's own, which is small and changes with every launch. */
    publishPersonal: (): Promise<void> =>
      inTurn(async () => {
        await browser.snapshots.writePersonal(await browser.store.personal());
        await nextRevision();
      }),
  };
}

function withPortal(status: Status, portal: StartUrl, to: (old: PortalStatus) => PortalStatus): Status {
  const fresh: PortalStatus = {
    portal,
    via: undefined,
    endsAtMs: undefined,
    renewsItself: false,
    isOver: false,
    user: '',
    signIn: undefined,
    crawl: noCrawl,
  };
  const old = status.portals.find((own) => own.portal === portal);
  const others = status.portals.filter((own) => own.portal !== portal);
  return { ...status, portals: [...others, to(old ?? fresh)] };
}
