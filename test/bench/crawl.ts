/**
 * How fast the list fills against the simulator's throttle: `npx tsx test/bench/crawl.ts 300 1000 7000`.
 * The ideal is the number of calls divided by the permitted rate. In the same run two clients that crawl as others do:
 * one call after the other, and three per second. Every call takes 60 ms.
 */
import { pathToFileURL } from 'node:url';
import type { CDPSession } from 'playwright';
import { type Burgee, launchBurgee } from '../e2e/browser';
import { openLauncher } from '../e2e/launcher';
import { ask } from '../simulator/client';
import { organisation } from '../simulator/organisation';
import { openApiSession } from '../simulator/sessions';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { worlds } from '../simulator/worlds';

const RATE = 10;
const LATENCY_MS = 60;
const PAGE = 100;
const APP_PAGE = 98;
const APPS = 12;
/** What the comparison clients are given: the slow one needs twice the time of the ideal and more. */
const MOST_FOR_OTHERS = 1_000;

interface Crawl {
  readonly who: string;
  readonly accounts: number;
  readonly seconds: number;
  readonly calls: number;
  readonly refused: number;
  readonly notes: string;
}

export async function benchCrawl(sizes: readonly number[]): Promise<void> {
  const runs = sizes.flatMap((accounts) => [
    burgeeCrawl(accounts),
    ...(accounts <= MOST_FOR_OTHERS
      ? [otherCrawl('one after the other', accounts, inTurn), otherCrawl('three per second', accounts, threePerSecond)]
      : []),
  ]);
  const crawls = await Promise.all(runs);
  console.log(`\nCrawl, ${RATE} calls per second permitted (20 at once), ${LATENCY_MS} ms each`);
  console.log('accounts  who                    seconds  × ideal  × need    429   notes');
  for (const crawl of crawls) console.log(lineOf(crawl));
}

function lineOf({ who, accounts, seconds, calls, refused, notes }: Crawl): string {
  const need = callsFor(accounts, who === 'Burgee');
  const share = `${((100 * refused) / calls).toFixed(1)} %`;
  const cells = [
    String(accounts).padStart(8),
    who.padEnd(21),
    seconds.toFixed(1).padStart(8),
    (seconds / (need / RATE)).toFixed(2).padStart(8),
  ];
  return [...cells, ((calls - refused) / need).toFixed(2).padStart(7), share.padStart(7), ` ${notes}`].join(' ');
}

/** Apps share their list with the accounts; only Burgee asks for them. */
function callsFor(accounts: number, withApps: boolean): number {
  return accounts + Math.ceil(accounts / PAGE) + (withApps ? Math.ceil((accounts + APPS) / APP_PAGE) : 0);
}

async function simulate(accounts: number): Promise<Simulator> {
  const { portals } = worlds.small();
  const world = {
    portals: portals.map((portal) => ({ ...portal, ...organisation(accounts, accounts, APPS) })),
    multiSession: false,
  };
  const simulator = await startSimulator({ world });
  simulator.settings.throttle = { burst: 20, perSecond: RATE };
  simulator.faults.set({ effect: { kind: 'delay', ms: LATENCY_MS } });
  return simulator;
}

async function burgeeCrawl(accounts: number): Promise<Crawl> {
  const simulator = await simulate(accounts);
  const burgee = await launchBurgee({ simulator });
  const popup = await openLauncher(burgee);
  const startUrl = simulator.world.portals[0]?.startUrl ?? '';
  await burgee.signInAtPortal(startUrl);
  const signedInMs = simulator.ledger.calls('WhoAmI')[0]?.atMs ?? Date.now();
  const rows = popup.getByRole('option');
  await rows.first().waitFor();
  const firstRowMs = Date.now() - signedInMs;
  await popup.getByRole('combobox').fill('pay prod');
  await rows.first().waitFor();
  const firstFoundMs = Date.now() - signedInMs;
  await popup.getByRole('combobox').fill('');
  const complete = `[role=status][data-inventory=complete][data-accounts="${accounts}"]`;
  await popup.locator(complete).waitFor({ timeout: 3_600_000 });
  const calls = simulator.ledger.entries.filter(({ op }) => op.startsWith('List'));
  const lastMs = Math.max(...calls.map(({ atMs }) => atMs)) + LATENCY_MS;
  const heap = await workerHeap(burgee);
  const refused = calls.filter(({ status }) => status === 429).length;
  await burgee.close();
  await simulator.close();
  const notes = `first row ${firstRowMs} ms, first search ${firstFoundMs} ms, worker ${(heap / 2 ** 20).toFixed(1)} MB`;
  return { who: 'Burgee', accounts, seconds: (lastMs - signedInMs) / 1_000, calls: calls.length, refused, notes };
}

/** Heap that the worker uses, in bytes; 0 where it can't be asked. */
async function workerHeap({ context, extensionId }: Burgee): Promise<number> {
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  const { targetInfos } = await cdp.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
  return worker ? heapOf(cdp, worker.targetId) : 0;
}

async function heapOf(cdp: CDPSession, targetId: string): Promise<number> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const answered = new Promise<number>((resolve) => {
    cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: { usedSize: number } };
      if (id === 1) resolve(result?.usedSize ?? 0);
    });
  });
  const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });
  await cdp.send('Target.sendMessageToTarget', { sessionId, message });
  return answered;
}

type Policy = (paths: readonly string[], ask: (path: string) => Promise<number>) => Promise<void>;

/** Lists pages first, then roles by the policy; an answer of 429 is asked for again. */
async function otherCrawl(who: string, accounts: number, policy: Policy): Promise<Crawl> {
  const simulator = await simulate(accounts);
  const [portal] = simulator.world.portals;
  if (!portal) throw new Error('the world has no portal');
  const { token } = openApiSession(simulator, portal, 'portal');
  const host = `https://portal.sso.${portal.region}.amazonaws.com`;
  const headers = { 'x-amz-sso_bearer_token': token };
  const call = async (path: string): Promise<number> => (await ask(simulator, `${host}${path}`, { headers })).status;
  const pages = Array.from({ length: Math.ceil(accounts / PAGE) }, () => `/assignment/accounts?max_result=${PAGE}`);
  const roles = portal.accounts.map(({ id }) => `/assignment/roles?account_id=${id}&max_result=${PAGE}`);
  const startedMs = Date.now();
  await policy([...pages, ...roles], call);
  const seconds = (Date.now() - startedMs) / 1_000;
  const calls = simulator.ledger.entries.filter(({ op }) => op.startsWith('List'));
  await simulator.close();
  return {
    who,
    accounts,
    seconds,
    calls: calls.length,
    refused: calls.filter(({ status }) => status === 429).length,
    notes: '',
  };
}

const inTurn: Policy = async (paths, call) => {
  for (const path of paths) while ((await call(path)) === 429) await pause(200);
};

const threePerSecond: Policy = async (paths, call) => {
  const startedMs = Date.now();
  await Promise.all(
    paths.map(async (path, index) => {
      await pause(startedMs + (index * 1_000) / 3 - Date.now());
      while ((await call(path)) === 429) await pause(200);
    }),
  );
};

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}

const isMain = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isMain) await benchCrawl(process.argv.slice(2).map(Number));
