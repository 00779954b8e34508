import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { allListed, labelled, openLauncher, wakeWorker } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';
const atConsole = /^https:\/\/[^/]*console\.aws/;

/** Nobody but a person can type into the address bar: what the browser tells the worker of it is told here. */
describe('the keyword in the address bar', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(startUrl);
    popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
  });
  afterEach(() => expect(burgee.errors).toEqual([]));
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  async function enter(words: string, disposition: string): Promise<void> {
    burgee.personActs();
    await (await burgee.worker()).evaluate(entered, [words, disposition] as const);
  }

  test('offers what the launcher finds, as text', async () => {
    const offered = await (await burgee.worker()).evaluate(typed, 'payments');
    expect(offered.length).toBeGreaterThan(2);
    expect(offered[0]).toMatchObject({ content: expect.stringMatching(/^(111111111111|222222222222)/) });
    expect(offered.every(({ description }) => /^[^<]+ <dim>[^<]+<\/dim>$/.test(description))).toBe(true);
  });

  test('Enter opens the first in a new tab', async () => {
    const opened = burgee.context.waitForEvent('page');
    await enter('prod pay adm', 'newForegroundTab');
    const tab = await opened;
    await labelled(tab, '111111111111', 'production');
  });

  test('or in the tab in front, with a service and a region, after the worker was stopped', async () => {
    await burgee.killWorker();
    await wakeWorker(popup);
    const front = await burgee.context.newPage();
    await front.bringToFront();
    const before = burgee.context.pages().length;
    await enter('pay dev s3 eu-west-1', 'currentTab');
    await front.waitForURL(atConsole);
    expect(front.url()).toMatch(/^https:\/\/eu-west-1\.console\.aws\.amazon\.com\/s3\//);
    expect(burgee.context.pages()).toHaveLength(before);
  });

  test('words that fit nothing open nothing', async () => {
    const before = burgee.context.pages().length;
    await enter('zzzz qqqq', 'newForegroundTab');
    expect(await (await burgee.worker()).evaluate(typed, 'zzzz qqqq')).toEqual([]);
    expect(burgee.context.pages()).toHaveLength(before);
  });
});

interface Offered {
  readonly content: string;
  readonly description: string;
}

/** Runs in the worker. */
function typed(words: string): Promise<Offered[]> {
  const { omnibox } = Reflect.get(globalThis, 'chrome') as {
    omnibox: { onInputChanged: { dispatch(words: string, show: (offered: Offered[]) => void): void } };
  };
  return new Promise((resolve) => omnibox.onInputChanged.dispatch(words, resolve));
}

/** Runs in the worker. */
function entered([words, disposition]: readonly [string, string]): void {
  const { omnibox } = Reflect.get(globalThis, 'chrome') as {
    omnibox: { onInputEntered: { dispatch(words: string, disposition: string): void } };
  };
  omnibox.onInputEntered.dispatch(words, disposition);
}
