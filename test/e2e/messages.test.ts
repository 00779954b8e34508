import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Gate } from '../simulator/gate';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { allListed, openLauncher, search } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';

interface Answer {
  readonly ok: boolean;
  readonly failure?: { readonly reason: string; readonly why: string };
}

describe('the worker’s door', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let popup: Page;
  let portal: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    portal = await burgee.signInAtPortal(startUrl);
    popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  const nonsense: readonly (readonly [what: string, message: unknown])[] = [
    ['nothing', null],
    ['a text', 'openPortal'],
    ['a list', ['openPortal', {}]],
    ['something that pretends to be a promise', JSON.parse('{"then":"x"}')],
    ['an unknown call', { call: 'launchMissiles', args: {} }],
    ['a call that every object has', { call: 'constructor', args: {} }],
    ['the prototype', { call: '__proto__', args: {} }],
    ['a field too many', { call: 'openPortal', args: { portal: startUrl }, extra: 1 }],
    ['an argument too many', { call: 'openPortal', args: { portal: startUrl, where: 'evil' } }],
    ['a portal that is none', { call: 'openPortal', args: { portal: 'https://evil.example' } }],
    ['arguments that are a list', { call: 'openPortal', args: [startUrl] }],
    ['no arguments', { call: 'openPortal' }],
    ['half a megabyte', { call: 'connectPortal', args: { portal: startUrl, region: 'x'.repeat(500_000) } }],
  ];

  test.each(nonsense)('is shut for %s', async (_, message) => {
    const tabs = burgee.context.pages().length;
    expect(await say(popup, message)).toMatchObject({ ok: false, failure: { reason: 'turned-away' } });
    expect(burgee.context.pages()).toHaveLength(tabs);
  });

  test('prototypes stay clean, whatever knocks', async () => {
    await popup.evaluate(() => {
      const { runtime } = Reflect.get(globalThis, 'chrome') as { runtime: { sendMessage(message: unknown): unknown } };
      return runtime.sendMessage(JSON.parse('{"call":"openPortal","args":{"__proto__":{"admin":true}}}'));
    });
    expect(await (await burgee.worker()).evaluate(() => Reflect.get({}, 'admin'))).toBeUndefined();
  });

  const forPages = ['openConsole', 'signOut', 'signIn', 'refresh', 'diagnostics', 'forgetPortal', 'consoleSeen'];

  test.each(forPages)('a portal’s page may not call %s', async (call) => {
    const said = await sayAsScript(portal, { call, args: { portal: startUrl } });
    expect(said).toMatchObject({ ok: false, failure: { reason: 'turned-away', why: 'portal may not call this' } });
    expect(simulator.ledger.count('Logout')).toBe(0);
  });

  test('a portal’s page cannot speak for another portal', async () => {
    const args = { region: 'eu-west-1', token: 'stolen', portal: 'https://other-org.awsapps.com/start' };
    expect(await sayAsScript(portal, { call: 'portalSignedIn', args })).toMatchObject({ ok: false });
  });

  test('one tab that floods it is held back, and pages are answered all the same', async () => {
    const flood = sayAsScript(portal, { call: 'portalSeen', args: { region: 'eu-west-1', isTokenHidden: false } }, 500);
    expect(await say(popup, { call: 'preferences', args: {} })).toMatchObject({ ok: true });
    expect(await flood).toMatchObject({ ok: false, failure: { why: 'too many messages' } });
  });

  test('a question whose answer was lost with the worker is asked again', async () => {
    const asked = simulator.ledger.count('ListAccountRoles');
    const gate = new Gate();
    simulator.faults.set({ op: 'ListAccountRoles', times: 1, effect: { kind: 'hold', gate } });
    await popup.bringToFront();
    await popup.getByRole('combobox').press('Alt+KeyF');
    await gate.reached;
    await burgee.killWorker();
    gate.open();
    await popup.getByText('are up to date').waitFor();
    expect(simulator.ledger.count('ListAccountRoles')).toBe(asked + 2);
  });

  test('a text that is too long is told with what to do, and not in the words of the diagnostics', async () => {
    await popup.bringToFront();
    await search(popup, 'payments-prod');
    await popup.keyboard.press('F2');
    await popup.getByRole('combobox').fill('x'.repeat(3_000));
    await popup.keyboard.press('Enter');
    await popup.getByText('shorten it').waitFor();
    expect(await popup.getByText('arguments do not fit').count()).toBe(0);
  });

  test('what it refused is in the diagnostics, which hold no secret', async () => {
    const told = JSON.stringify(await say(popup, { call: 'diagnostics', args: {} }));
    expect(told).toContain('message-refused');
    expect(told).toContain('arguments do not fit');
    for (const secret of simulator.ledger.secrets) expect(told).not.toContain(secret);
  });

  test('a tab whose opening was lost with the worker is not opened twice, and that is told', async () => {
    const options = await burgee.openPage('options.html');
    await options.getByRole('button', { name: 'Sign out' }).click();
    const gate = new Gate();
    simulator.faults.set({ op: 'RegisterClient', times: 1, effect: { kind: 'hold', gate } });
    await options.getByRole('button', { name: 'Sign in with AWS' }).click();
    await gate.reached;
    await burgee.killWorker();
    gate.open();
    await options.getByText('did not answer').waitFor();
    expect(simulator.ledger.count('RegisterClient')).toBe(1);
    await options.close();
  });
});

function say(page: Page, message: unknown): Promise<Answer> {
  return page.evaluate((sent) => {
    const { runtime } = Reflect.get(globalThis, 'chrome') as {
      runtime: { sendMessage(message: unknown): Promise<Answer> };
    };
    return runtime.sendMessage(sent);
  }, message);
}

/** As the extension's own content script in that page would, were it taken over. Gives a refusal, if any, of the answers. */
async function sayAsScript(page: Page, message: unknown, times = 1): Promise<Answer> {
  const cdp = await page.context().newCDPSession(page);
  const contextId = await isolatedWorld(cdp);
  const sent = JSON.stringify(message);
  const expression = `Promise.all(Array.from({ length: ${times} }, () => chrome.runtime.sendMessage(${sent}))).then((all) => all.find(({ ok }) => !ok) ?? all.at(-1))`;
  const { result } = await cdp.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.detach();
  return result.value as Answer;
}

async function isolatedWorld(cdp: CDPSession): Promise<number> {
  const found = new Promise<number>((resolve) => {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension:')) resolve(context.id);
    });
  });
  await cdp.send('Runtime.enable');
  return found;
}
