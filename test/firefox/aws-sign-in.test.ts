import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type BurgeeInFirefox, launchFirefox } from './firefox';
import type { Tab } from './tab';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe('the sign-in with AWS in Firefox', () => {
  let simulator: Simulator;
  let burgee: BurgeeInFirefox;
  let options: Tab;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchFirefox({ simulator });
    const portal = await burgee.newTab();
    await portal.goto(`${startUrl}/`);
    await portal.find('#root button');
    options = await burgee.openPage('options.html');
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test('fills the list, and a program that listens on the very port never sees the code', async () => {
    const heard: string[] = [];
    const tab = await burgee.opens(() => options.clickNamed('button', 'Sign in with AWS'));
    await tab.find('#allow');
    const { searchParams } = new URL((await tab.where()).url);
    const listener = await listen(Number(new URL(searchParams.get('redirect_uri') ?? '').port), heard);
    await tab.click('#allow');
    const popup = await burgee.openPage('popup.html');
    await popup.find('[role=status][data-inventory=complete][data-accounts="5"]');
    listener.close();
    expect(heard).toEqual([]);
    await expect.poll(() => burgee.isOpen(tab)).toBe(false);
    expect(simulator.ledger.count('CreateToken', 200)).toBe(1);
    expect(burgee.errors).toEqual([]);
  });
});

function listen(port: number, heard: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end('theirs');
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
