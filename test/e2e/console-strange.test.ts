import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampled } from './how-long';
import { ec2, enter, type SignedIn, signedIn } from './console';
import { label, labelled } from './launcher';

const grey = '#5f6368';
const dev = ['222222222222', 'DeveloperAccess'] as const;
const record = JSON.stringify({
  accountId: '222222222222',
  sessionARN: 'arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_DeveloperAccess_0123456789abcdef/jane',
  prismModeEnabled: false,
});
const other = record.replaceAll('222222222222', '333333333333');

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const meta = (content: string): string => `<meta name="awsc-session-data" content="${quoted(content)}" />`;
const pageOf = (head: string): string =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>EC2</title>${head}</head><body><p>page</p></body></html>`;

describe('a console page of a strange form', () => {
  let own: SignedIn;

  beforeAll(async () => {
    own = await signedIn();
    await (await enter(own.burgee, ...dev)).close();
  });
  afterEach(async () => {
    for (const page of own.burgee.context.pages().slice(1)) await page.close();
  });
  afterAll(() => own.close());

  /** A console page that is answered with these bytes. */
  async function answered(body: string, contentType = 'text/html', policy = ''): Promise<Page> {
    const page = await own.burgee.context.newPage();
    const headers = { 'content-type': contentType, 'content-security-policy': policy };
    await page.route('**/*strange', (route) => route.fulfill({ headers, body }));
    await page.goto(`${ec2}&strange`);
    return page;
  }

  test.each(
    sampled(
      [
        ['in single quotes', pageOf(`<meta name='awsc-session-data' content='${record}' />`), 'text/html'],
        ['said twice alike', pageOf(meta(record) + meta(record)), 'text/html'],
        ['with keys that nobody knows', pageOf(meta(record.replace('{', '{"new":{"deep":[1]},'))), 'text/html'],
        ['of an XHTML page', pageOf(meta(record)), 'application/xhtml+xml'],
        ['below the head', pageOf('').replace('<p>', `${meta(record)}<p>`), 'text/html'],
      ],
      2,
    ),
  )('a record %s is understood', async (_, body, contentType) => {
    await labelled(await answered(body, contentType), '222222222222', 'development');
  });

  test.each(
    sampled(
      [
        ['percent-encoded', encodeURIComponent(record)],
        ['percent-encoded twice', encodeURIComponent(encodeURIComponent(record))],
        ['with its own quotes single', record.replaceAll('"', "'")],
        ['cut off', record.slice(0, -5)],
        ['in a list', `[${record}]`],
        ['without its account', record.replace('accountId', 'account')],
        ['with a number of eleven digits', record.replace('"222222222222"', '"22222222222"')],
        ['empty', ''],
      ],
      3,
    ),
  )('a record %s makes the page nobody’s, in grey, whatever the cookie says', async (_, content) => {
    const shown = await label(await answered(pageOf(meta(content))), 'unknown');
    expect(shown['data-colour']).toBe(grey);
    expect(shown['data-account-id']).toBeUndefined();
  });

  test('two records that disagree make it nobody’s, in grey', async () => {
    const shown = await label(await answered(pageOf(meta(record) + meta(other))), 'unknown');
    expect(shown['data-colour']).toBe(grey);
  });

  test('in a sandbox it is nobody’s, in grey: it would not learn of another sign-in', async () => {
    const page = await answered(pageOf(meta(record)), 'text/html', 'sandbox allow-scripts');
    const shown = await label(page, 'unknown');
    expect(shown['data-colour']).toBe(grey);
    expect(shown['data-account-id']).toBeUndefined();
    await labelled(
      await answered(pageOf(meta(record)), 'text/html', 'sandbox allow-scripts allow-same-origin'),
      '222222222222',
      'development',
    );
  });

  test('an answer that is no HTML breaks nothing', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>no page</text></svg>';
    const page = await answered(svg, 'image/svg+xml');
    await page.locator('text=no page').waitFor();
    expect(own.burgee.errors).toEqual([]);
  });

  test('data is shown as the tree that the browser makes of it, with the label above', async () => {
    const page = await answered('<?xml version="1.0"?><Result><Name>bucket</Name></Result>', 'application/xml');
    await labelled(page, '222222222222', 'development');
    await expect.poll(() => page.title()).toBe('payments-dev ⚑');
    expect(await page.evaluate(() => document.documentElement.innerText)).toContain('<Name>bucket</Name>');
    expect(own.burgee.errors).toEqual([]);
  });

  test('the label comes back where the page puts another root in place of its own', async () => {
    const page = await answered(pageOf(meta(record)));
    await labelled(page, '222222222222', 'development');
    await page.evaluate(() => {
      const root = document.createElement('html');
      root.innerHTML = document.documentElement.innerHTML;
      root.querySelector('burgee-label')?.remove();
      root.id = 'new';
      document.replaceChild(root, document.documentElement);
    });
    await page.locator('html#new > burgee-label').waitFor({ state: 'attached' });
    await labelled(page, '222222222222', 'development');
  });

  test('the title keeps its account where head and root change places', async () => {
    const page = await answered(pageOf(meta(record)));
    await expect.poll(() => page.title()).toBe('payments-dev ⚑ EC2');
    await page.evaluate(() => {
      const root = document.createElement('html');
      root.append(...document.documentElement.childNodes);
      document.replaceChild(root, document.documentElement);
    });
    await labelled(page, '222222222222', 'development');
    // What was noticed before is still being done at the first.
    for (const title of ['Volumes', 'Snapshots']) {
      await page.evaluate((name) => {
        const head = document.createElement('head');
        head.innerHTML = document.head.innerHTML;
        head.querySelector('title')?.replaceChildren(name);
        document.head.replaceWith(head);
      }, title);
      await expect.poll(() => page.title()).toBe(`payments-dev ⚑ ${title}`);
    }
  });

  test.each(
    sampled(
      [
        ['is broken', (): void => record1()?.setAttribute('content', '{"accountId":')],
        ['loses its account', (): void => record1()?.setAttribute('content', '{}')],
        ['gets a second that says otherwise', (): void => void record1()?.after(otherRecord())],
        ['names another account than its session', (): void => changeAccount()],
      ],
      2,
    ),
  )('is grey within half a second once its record %s', async (_, change) => {
    const page = await answered(pageOf(meta(record)));
    await labelled(page, '222222222222', 'development');
    await page.addScriptTag({ content: `${record1}${otherRecord}${changeAccount}${greyAfterMs}` });
    expect(await page.evaluate(`greyAfterMs(${String(change)})`)).toBeLessThan(500);
  });

  test('is grey within half a second once the record of a switched role is gone', async () => {
    const page = await enter(own.burgee, ...dev, `${ec2}&sim=switched-role`);
    await labelled(page, '999999999999', 'other');
    await page.addScriptTag({ content: `${record1}${greyAfterMs}` });
    expect(await page.evaluate(`greyAfterMs(() => record1().remove())`)).toBeLessThan(500);
  });
});

/** Runs in the page, as all that follows. */
function record1(): Element | null {
  return document.querySelector('meta[name="awsc-session-data"]');
}

function otherRecord(): Node {
  const second = record1()?.cloneNode() as Element;
  second.setAttribute('content', (second.getAttribute('content') ?? '').replaceAll('222222222222', '333333333333'));
  return second;
}

function changeAccount(): void {
  const content = record1()?.getAttribute('content') ?? '';
  record1()?.setAttribute('content', content.replace('"222222222222"', '"333333333333"'));
}

/** Milliseconds from a change until the label has lost its account and colour. */
function greyAfterMs(change: () => void): Promise<number> {
  const own = document.querySelector('burgee-label');
  const isGrey = (): boolean => own?.getAttribute('data-colour') === '#5f6368' && !own.hasAttribute('data-account-id');
  const changedAtMs = performance.now();
  return new Promise((resolve) => {
    const look = (): void => void (isGrey() && resolve(performance.now() - changedAtMs));
    if (own) new MutationObserver(look).observe(own, { attributes: true });
    change();
    look();
  });
}
