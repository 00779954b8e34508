import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type BurgeeInFirefox, launchFirefox } from './firefox';
import type { Tab } from './tab';

const startUrl = 'https://d-1234567890.awsapps.com/start';
const ec2 = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1';
const terminate = 'Burgee stopped “Terminate (delete) instance”. This is payments-prod (111111111111).';

describe('a guarded console in Firefox', () => {
  let simulator: Simulator;
  let burgee: BurgeeInFirefox;
  let page: Tab;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchFirefox({ simulator });
    await burgee.signInAtPortal(startUrl);
    const options = await burgee.openPage('options.html');
    await options.clickNamed('checkbox', 'Ask before anything destructive in production accounts');
    page = await burgee.newTab();
  });
  beforeEach(async () => {
    await page.goto(`${startUrl}/#/console?account_id=111111111111&role_name=AdministratorAccess`);
    await page.at(/console\.aws/);
    await page.goto(ec2);
    await page.show();
    await page.find('burgee-label[data-state=known][data-level=production]');
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  const log = (): Promise<string> => page.evaluate(() => document.querySelector('#log')?.textContent ?? '');
  const stopped = (says: string): Promise<void> => expect.poll(() => page.textInLabel()).toContain(says);

  test('stops a click that destroys, and lets it through once it is allowed', async () => {
    await page.click('#start-instance');
    await page.click('#terminate-instance');
    await stopped(terminate);
    await page.clickInLabel('allow for 5 minutes');
    expect(await log()).toBe('start-instance ');
    await page.click('#terminate-instance');
    await expect.poll(log).toBe('start-instance terminate-instance ');
  });

  test('stops a key that destroys, and Enter leaves it', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('#terminate-instance')?.focus());
    await page.press('Enter');
    await stopped(terminate);
    await page.press('Enter');
    await expect.poll(() => page.textInLabel()).not.toContain('Burgee stopped');
    expect(await log()).toBe('');
  });

  test.each(['x-tools', 'iframe'])('stops a delete within %s', async (where) => {
    await page.evaluate((tag) => {
      const button = '<button style="width:100%;height:80px" onclick="top.pressed = true">Delete bucket</button>';
      const host = document.createElement(tag);
      host.style.cssText = 'display:block;height:96px';
      document.querySelector('main')?.prepend(host);
      if (!(host instanceof HTMLIFrameElement)) return void (host.attachShadow({ mode: 'closed' }).innerHTML = button);
      host.srcdoc = button;
      return new Promise<void>((loaded) => host.addEventListener('load', () => loaded()));
    }, where);
    await page.click(where);
    await stopped('Burgee stopped “Delete bucket”');
    expect(await page.evaluate(() => Reflect.get(window, 'pressed') ?? false)).toBe(false);
  });

  test('tells whose a number is that the pointer rests on', async () => {
    await page.evaluate(() => {
      const said = document.createElement('p');
      said.id = 'said';
      said.style.width = 'fit-content';
      said.textContent = '222222222222';
      document.querySelector('main')?.prepend(said);
    });
    await page.pointAt('#said');
    await expect.poll(() => page.textInLabel()).toContain('This is payments-dev (222222222222)');
  });

  test('keeps its label in a page that fights it with all that it has', async () => {
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = '* { display: none !important; opacity: 0 !important; z-index: 2147483647 !important }';
      document.head.append(style);
      Element.prototype.append = () => {};
      Node.prototype.appendChild = (node) => node;
      Element.prototype.attachShadow = () => document.createElement('div') as unknown as ShadowRoot;
      document.querySelector('burgee-label')?.remove();
    });
    await page.find('burgee-label[data-account-id="111111111111"]', 2_000);
    expect(
      await page.evaluate(() => {
        const label = document.querySelector('burgee-label');
        return [label?.shadowRoot, label?.childNodes.length, label && getComputedStyle(label).display];
      }),
    ).toEqual([null, 0, 'block']);
    await stopped('payments-prod');
  });

  test('lets no click through once somebody else has signed in', async () => {
    const other = await burgee.newTab();
    await other.goto(`${startUrl}/#/console?account_id=222222222222&role_name=DeveloperAccess`);
    await other.find('burgee-label[data-state=known][data-account-id="222222222222"]');
    await page.show();
    await page.click('#start-instance');
    await stopped(
      'This page was loaded as payments-prod (111111111111, AdministratorAccess). You are now payments-dev',
    );
    expect(await log()).toBe('');
    await page.clickInLabel('Just show the page');
    await page.click('#start-instance');
    await expect.poll(log).toBe('start-instance ');
    await other.close();
  });

  test('goes back by the veil to whose page it was', async () => {
    const other = await burgee.newTab();
    await other.goto(`${startUrl}/#/console?account_id=222222222222&role_name=DeveloperAccess`);
    await other.find('burgee-label[data-state=known][data-account-id="222222222222"]');
    await page.show();
    await page.clickInLabel('Go back to payments-prod');
    await page.find('burgee-label[data-state=known][data-account-id="111111111111"]');
    await expect.poll(async () => (await page.where()).url).toBe(ec2);
    await other.close();
  });

  test('reported no error', () => expect(burgee.errors).toEqual([]));
});
