import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import type { AccountId } from '../../lib/model/account';
import { accountColour, NEUTRAL } from '../../lib/model/colour';
import { launchBurgee, quiet } from '../e2e/browser';
import { findChromium } from '../e2e/chromium';
import { enter, startUrl } from '../e2e/console';
import { firstConsoleFrame, hasBadge } from '../e2e/frames';
import { startSimulator } from '../simulator/simulator';
import { middleMean, quartiles, round } from './statistics';

const FRAMES = 20;
const LOADS = 32;
const BUSY_LOADS = 3;
const BUSY_MS = 10_000;
const SEEN = 'bench: ';
const production = accountColour('111111111111' as AccountId, 'production');
/**
 * A page that is there at once, which flatters nobody; one whose body comes after its head, as from a server that works on
 * it; and one whose own scripts are busy before there is anything to paint, as the real console's are. How long they are is
 * not known: 400 ms is a guess.
 */
const PAGES = [
  { named: 'at once', bodyDelayMs: 0, workMs: 0 },
  { named: 'body 100 ms after the head', bodyDelayMs: 100, workMs: 0 },
  { named: 'own scripts busy for 400 ms', bodyDelayMs: 100, workMs: 400 },
] as const;
const marked = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1';
/** The same page at a host that is left out of the manifest's content scripts for this bench. */
const unmarkedHost = 'https://eu-central-1.console.aws.amazon.com';
const unmarked = `${unmarkedHost}/ec2/home?region=eu-west-1`;
/** The same at a host where an extension's script does nothing at all: what no extension can do without. */
const idleHost = 'https://eu-west-2.console.aws.amazon.com';
const idle = `${idleHost}/ec2/home?region=eu-west-1`;
/** The same at a host where one draws words that stand in it, and finds out nothing: the least that a label can cost. */
const plainHost = 'https://eu-west-3.console.aws.amazon.com';
const plainLabel = `${plainHost}/ec2/home?region=eu-west-1`;
const fixedLabel = `
  const host = document.createElement('fixed-label');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host { position: fixed; inset: auto 12px 0; font: 13px system-ui; background: #c8102e; color: #fff }');
  root.adoptedStyleSheets = [sheet];
  root.append('payments-prod 1111-1111-1111 AdministratorAccess');
  document.documentElement.append(host);
`;

interface Seen {
  /** Of the tab, which may be the label's own. */
  readonly paintMs: number;
  /** When the page's own content was first painted. */
  readonly contentMs: number;
  readonly longestTaskMs: number;
}

/**
 * Is the label there in the first frame, and what does it cost? The same page with the label and without, one load after
 * the other in one browser, and in a second browser that has no Burgee. Each load is in a new tab: a first one.
 */
export async function benchLabel(): Promise<void> {
  const extension = await prepared();
  const simulator = await startSimulator({ world: 'small' });
  const burgee = await launchBurgee({ simulator, extension, isTimed: true });
  await burgee.signInAtPortal(startUrl);
  const options = await burgee.openPage('options.html');
  await options.getByText('5 accounts').waitFor();
  await enter(burgee, '111111111111', 'AdministratorAccess', marked);
  await Promise.all(
    burgee.context
      .pages()
      .slice(1)
      .map((page) => page.close()),
  );
  const plain = await chromium.launchPersistentContext('', {
    executablePath: findChromium(),
    headless: false,
    viewport: { width: 1280, height: 800 },
    args: [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...quiet,
      ...simulator.chromiumArguments,
    ],
  });
  await plain.addCookies(await burgee.context.cookies());
  const eyes = await plain.newPage();
  const { context, killWorker } = burgee;
  const loads = {
    'the label, worker running': () => load(context, marked),
    'no label, worker running': () => load(context, unmarked),
    'an empty script, worker running': () => load(context, idle),
    'a fixed label, worker running': () => load(context, plainLabel),
    'the label, worker stopped': async () => (await killWorker(), load(context, marked)),
    'no label, worker stopped': async () => (await killWorker(), load(context, unmarked)),
    'no Burgee': () => load(plain, marked),
  } as const;
  for (const { named, bodyDelayMs, workMs } of PAGES) {
    simulator.settings.consoleBodyDelayMs = bodyDelayMs;
    simulator.settings.consoleWorkMs = workMs;
    const page = `label, page ${named}`;
    report(page, await interleaved(loads));
    await reportFrames(`${page}, without the script`, eyes, () => firstFrame(context, eyes, unmarked));
    await reportFrames(`${page}, worker running`, eyes, () => firstFrame(context, eyes, marked));
    await reportFrames(
      `${page}, worker stopped`,
      eyes,
      async () => (await killWorker(), firstFrame(context, eyes, marked)),
    );
  }
  simulator.settings.consoleBodyDelayMs = 0;
  simulator.settings.consoleWorkMs = 0;
  const longest: number[] = [];
  for (let turn = 0; turn < BUSY_LOADS; turn += 1) longest.push((await load(context, marked, 200)).longestTaskMs);
  console.log(
    `label: longest task on a page that changes 200 nodes a second: ${longest.map((ms) => round(ms)).join(', ')} ms`,
  );
  await plain.close();
  await burgee.close();
  await simulator.close();
  await rm(extension, { recursive: true, force: true });
}

function report(
  page: string,
  seen: Readonly<
    Record<
      | `${'the' | 'no'} label, worker ${'running' | 'stopped'}`
      | `${'an empty script' | 'a fixed label'}, worker running`,
      readonly Seen[]
    >
  >,
): void {
  for (const [paint, called] of paints) {
    for (const [name, all] of Object.entries(seen))
      console.log(`${page}: ${called} with ${name}: ${spread(all, paint)}`);
    for (const worker of ['running', 'stopped'] as const) {
      const [own, none] = [seen[`the label, worker ${worker}`], seen[`no label, worker ${worker}`]];
      console.log(`${page}: ratio of ${called}, worker ${worker}: ${more(own, none, paint)}`);
    }
    for (const least of ['an empty script', 'a fixed label'] as const) {
      const [own, none] = [seen[`${least}, worker running`], seen['no label, worker running']];
      console.log(`${page}: ratio of ${called} with ${least}: ${more(own, none, paint)}`);
    }
  }
}

function more(own: readonly Seen[], none: readonly Seen[], paint: Paint): string {
  const [labelled, plain] = [middle(own, paint), middle(none, paint)];
  return `${Math.round((labelled / plain) * 100) / 100} (${round(labelled - plain)} ms more)`;
}

/** By pictures of what the tab showed: what stands in the document may be painted a frame later. `eyes` is any page. */
async function reportFrames(page: string, eyes: Page, take: () => Promise<Buffer>): Promise<void> {
  let labelled = 0;
  let coloured = 0;
  for (let turn = 0; turn < FRAMES; turn += 1) {
    const first = await take();
    const isColoured = await hasBadge(eyes, first, production);
    if (isColoured) coloured += 1;
    if (isColoured || (await hasBadge(eyes, first, NEUTRAL))) labelled += 1;
  }
  console.log(
    `${page}: the first frame of the page has the label on ${labelled} of ${FRAMES} loads, in its colour on ${coloured}`,
  );
}

async function firstFrame(context: BrowserContext, eyes: Page, url: string): Promise<Buffer> {
  const page = await context.newPage();
  const frame = await firstConsoleFrame(page, eyes, () => page.goto(url));
  await page.close();
  return frame;
}

/** The build for automated browsers, its console scripts kept from three hosts, and what is compared with them at two. */
async function prepared(): Promise<string> {
  const extension = await mkdtemp(join(tmpdir(), 'burgee-bench-'));
  await cp('.output/chrome-mv3-test', extension, { recursive: true });
  const file = join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { content_scripts: Record<string, unknown>[] };
  for (const script of manifest.content_scripts)
    script['exclude_matches'] = [unmarkedHost, idleHost, plainHost].map((host) => `${host}/*`);
  for (const [host, name, code] of [
    [idleHost, 'empty.js', ';'],
    [plainHost, 'fixed.js', fixedLabel],
  ] as const) {
    manifest.content_scripts.push({ matches: [`${host}/*`], js: [name], run_at: 'document_start' });
    await writeFile(join(extension, name), code);
  }
  await writeFile(file, JSON.stringify(manifest));
  return extension;
}

/** Every kind of load once a round, there and back, so that none of them always follows the same one; the first round warms up. */
async function interleaved<Kind extends string>(
  loads: Readonly<Record<Kind, () => Promise<Seen>>>,
): Promise<Record<Kind, Seen[]>> {
  const kinds = Object.keys(loads) as Kind[];
  const seen = Object.fromEntries(kinds.map((kind) => [kind, [] as Seen[]])) as Record<Kind, Seen[]>;
  for (let turn = 0; turn <= LOADS; turn += 1) {
    for (const kind of turn % 2 === 0 ? kinds : kinds.toReversed()) {
      const one = await loads[kind]();
      if (turn > 0) seen[kind].push(one);
    }
  }
  return seen;
}

type Paint = 'paintMs' | 'contentMs';
const paints = [
  ['paintMs', 'first paint'],
  ['contentMs', 'first paint of content'],
] as const;

function middle(all: readonly Seen[], paint: Paint): number {
  return middleMean(all.map((one) => one[paint]));
}

function spread(all: readonly Seen[], paint: Paint): string {
  const [low, high] = quartiles(all.map((one) => one[paint]));
  return `${round(middle(all, paint))} ms (half of all loads within ${round(low)} to ${round(high)})`;
}

/**
 * The page tells by itself when it was painted: whatever else is asked of it meanwhile runs a script of the tool, which
 * takes its time from the first paint.
 */
async function load(context: BrowserContext, url: string, changesPerSecond = 0): Promise<Seen> {
  const page = await context.newPage();
  await page.addInitScript(
    ({ prefix, changes, busyMs }) => {
      const seen = { paintMs: -1, contentMs: -1, longestTaskMs: 0 };
      // What is in the label's closed root is reported without its element.
      new PerformanceObserver((list) => {
        const own = list.getEntries().find((entry) => 'element' in entry && entry.element !== null);
        if (!own || seen.contentMs >= 0) return;
        seen.contentMs = own.startTime;
        seen.paintMs = performance.getEntriesByType('paint')[0]?.startTime ?? own.startTime;
        if (changes === 0) console.log(prefix + JSON.stringify(seen));
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      if (changes === 0) return;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
      }).observe({ type: 'longtask', buffered: true });
      const timer = setInterval(() => {
        const nodes = Array.from({ length: changes / 20 }, () => document.createElement('i'));
        document.querySelector('main')?.append(...nodes);
        for (const node of nodes) node.remove();
      }, 50);
      setTimeout(() => clearInterval(timer), busyMs);
      // A long task is told of after it.
      setTimeout(() => console.log(prefix + JSON.stringify(seen)), busyMs + 500);
    },
    { prefix: SEEN, changes: changesPerSecond, busyMs: BUSY_MS },
  );
  const told = page.waitForEvent('console', (message) => message.text().startsWith(SEEN));
  await Promise.all([told, page.goto(url)]);
  const seen = JSON.parse((await told).text().slice(SEEN.length)) as Seen;
  await page.close();
  return seen;
}
