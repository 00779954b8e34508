import { chromium, type BrowserContext } from 'playwright';
import { launchBurgee } from '../e2e/browser';
import { findChromium } from '../e2e/chromium';
import { startSimulator } from '../simulator/simulator';
import { median, round } from './statistics';

const RUNS = 20;
const startUrl = 'https://d-1234567890.awsapps.com/start';
const ec2 = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1';

interface Seen {
  readonly labelMs: number;
  /** When it first stood there in its account's colour. */
  readonly colouredMs: number;
  readonly paintMs: number;
  readonly longestTaskMs: number;
}

/** Is the label there at the first paint, and what does it cost? */
export async function benchLabel(): Promise<void> {
  const simulator = await startSimulator({ world: 'small' });
  const burgee = await launchBurgee({ simulator });
  await burgee.signInAtPortal(startUrl);
  const options = await burgee.openPage('options.html');
  await options.getByText('5 accounts').waitFor();
  await signIn(burgee.context);
  const plain = await chromium.launchPersistentContext('', {
    executablePath: findChromium(),
    headless: false,
    viewport: { width: 1280, height: 800 },
    args: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...simulator.chromiumArguments],
  });
  await plain.addCookies(await burgee.context.cookies());
  const marked: Seen[] = [];
  const cold: Seen[] = [];
  const bare: Seen[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    marked.push(await load(burgee.context));
    bare.push(await load(plain));
    await burgee.killWorker();
    cold.push(await load(burgee.context));
  }
  const withLabel = median(marked.map(({ paintMs }) => paintMs));
  const without = median(bare.map(({ paintMs }) => paintMs));
  for (const [worker, loads] of Object.entries({ running: marked, stopped: cold })) {
    const inTime = (when: 'labelMs' | 'colouredMs'): number =>
      loads.filter((seen) => seen[when] >= 0 && seen[when] <= seen.paintMs).length;
    console.log(
      `label, worker ${worker}: in the first paint on ${inTime('labelMs')} of ${RUNS} loads, in its colour on ${inTime('colouredMs')}`,
    );
  }
  console.log(
    `label: first paint ${round(withLabel)} ms with, ${round(without)} ms without Burgee, ratio ${round((withLabel / without) * 10) / 10}`,
  );
  const busy = await load(burgee.context, 200);
  console.log(`label: longest task on a page that changes 200 nodes a second: ${round(busy.longestTaskMs)} ms`);
  await plain.close();
  await burgee.close();
  await simulator.close();
}

async function signIn(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(
    `${startUrl}/#/console?account_id=111111111111&role_name=AdministratorAccess&destination=${encodeURIComponent(ec2)}`,
  );
  await page.waitForURL(/^https:\/\/[^/]*console\.aws/);
  await page.close();
}

async function load(context: BrowserContext, changesPerSecond = 0): Promise<Seen> {
  const page = await context.newPage();
  await page.addInitScript((changes) => {
    const seen = { labelMs: -1, colouredMs: -1, paintMs: -1, longestTaskMs: 0 };
    Reflect.set(globalThis, 'seen', seen);
    const observer = new MutationObserver(() => {
      const label = document.querySelector('burgee-label');
      if (seen.labelMs < 0 && label) seen.labelMs = performance.now();
      if (seen.colouredMs < 0 && label?.hasAttribute('data-level')) seen.colouredMs = performance.now();
    });
    observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-level'] });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.paintMs = seen.paintMs < 0 ? startTime : seen.paintMs;
    }).observe({ type: 'paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
    }).observe({ type: 'longtask', buffered: true });
    if (changes === 0) return;
    const timer = setInterval(() => {
      const nodes = Array.from({ length: changes / 20 }, () => document.createElement('i'));
      document.querySelector('main')?.append(...nodes);
      for (const node of nodes) node.remove();
    }, 50);
    setTimeout(() => clearInterval(timer), 10_000);
  }, changesPerSecond);
  await page.goto(ec2);
  await page.waitForFunction(() => (Reflect.get(globalThis, 'seen') as Seen).paintMs >= 0);
  if (changesPerSecond > 0) await page.waitForFunction(() => performance.now() > 10_500);
  const seen = await page.evaluate(() => Reflect.get(globalThis, 'seen') as Seen);
  await page.close();
  return seen;
}
