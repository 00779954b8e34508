import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { startUrl } from './console';
import { isLong } from './how-long';
import { toolbarPopup } from './toolbar-popup';

describe('the launcher below its button in the toolbar', () => {
  let simulator: Simulator;
  let burgee: Burgee | undefined;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
  });
  afterEach(async () => {
    await burgee?.close();
  });
  afterAll(async () => {
    await simulator.close();
  });

  async function onScreen(size: string): Promise<Burgee> {
    burgee = await launchBurgee({ simulator, args: [`--screen-info={${size}}`] });
    await burgee.signInAtPortal(startUrl);
    return burgee;
  }

  test.runIf(isLong)('makes the room that it needs, with or without rows to begin with', async () => {
    const here = await onScreen('1600x1200');
    const options = await here.openPage('options.html');
    await options.getByText('5 accounts').waitFor();
    for (let times = 0; times < 2; times++) {
      await options.bringToFront();
      await options.evaluate('chrome.action.openPopup()');
      const popup = await toolbarPopup(here);
      await expect.poll(popup.size).toEqual({ width: 460, height: 560 });
      await expect.poll(async () => (await popup.kinds()).length).toBe(8);
      await popup.close();
    }
  });

  test.runIf(isLong)('no key of the browser’s own has taken its hotkeys', async () => {
    const here = await onScreen('1600x1200');
    const options = await here.openPage('options.html');
    interface Commands {
      getAll(): Promise<{ name: string; shortcut: string }[]>;
    }
    const assigned = await options.evaluate(async () => {
      const { commands } = Reflect.get(globalThis, 'chrome') as { commands: Commands };
      return (await commands.getAll()).filter(({ shortcut }) => shortcut !== '').map(({ name }) => name);
    });
    expect(assigned.sort()).toEqual(['_execute_action', 'open-palette', 'open-pin-1', 'open-pin-2']);
  });

  test('takes what room there is on a small screen: the words above and the footer below stay in sight', async () => {
    const here = await onScreen('800x600');
    const options = await here.openPage('options.html');
    await options.getByText('5 accounts').waitFor();
    await options.evaluate('chrome.action.openPopup()');
    const popup = await toolbarPopup(here);
    await expect.poll(popup.overflow).toBeLessThanOrEqual(0);
    const { width, height } = await popup.size();
    expect(width).toBe(460);
    expect(height).toBeGreaterThan(400);
    expect(height).toBeLessThan(560);
    await popup.close();
  });
});
