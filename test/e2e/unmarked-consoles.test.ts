import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { clean } from './axe';
import { type Burgee, launchBurgee } from './browser';
import { fillDirectory } from './filled';
import { openLauncher } from './launcher';

/** The product as it is installed, to which nobody has granted anything. */
describe('consoles that Burgee may not see', () => {
  let simulator: Simulator;
  let burgee: Burgee;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'gov' });
    burgee = await launchBurgee({ simulator, extension: '.output/chrome-mv3' });
    const options = await burgee.openPage('options.html');
    await fillDirectory(options, simulator.world);
    await options.close();
    await burgee.killWorker();
  });
  afterAll(async () => {
    await burgee.close();
    await simulator.close();
  });

  test('are named on the options page, each with a button', async () => {
    const options = await burgee.openPage('options.html');
    const alert = options.getByRole('alert').filter({ hasText: 'console.amazonaws-us-gov.com' });
    await alert.getByText('they carry no label').waitFor();
    await alert.getByRole('button', { name: 'Allow' }).waitFor();
    const services = options.getByText(/services with hosts of their own \(.*phd\.amazonaws-us-gov\.com.*\)/);
    await services.getByRole('button', { name: 'Allow' }).waitFor();
    await clean(options, 'consoles without a label, in the settings');
    expect(burgee.errors).toEqual([]);
  });

  test('are named by the launcher, beside whatever else it has to say', async () => {
    const popup = await openLauncher(burgee);
    await popup.getByText('Signed out. Last listed').waitFor();
    await popup.getByText('console.amazonaws-us-gov.com').waitFor();
    await popup.getByRole('button', { name: 'Allow' }).waitFor();
    await clean(popup, 'consoles without a label, in the launcher');
  });
});
