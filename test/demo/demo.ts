import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openConsole, openPopup, openScene, type Scene, startUrl } from './scene';

const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } });
const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) || process.platform !== 'linux';
const headless = values.headless || !hasDisplay;
const pictures = '.demo';

try {
  const scene = await openScene({ headless });
  await (headless ? walk(scene) : show(scene));
  await scene.close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** With a display: everything is set up, and the browser stays open until it is closed. */
async function show(scene: Scene): Promise<void> {
  await scene.burgee.signInAtPortal(startUrl);
  await openConsole(scene, '111111111111', 'AdministratorAccess');
  const popup = await openPopup(scene);
  await popup.bringToFront();
  console.log(`
Burgee runs in this browser, signed in to a simulated AWS with five accounts.
Try this: click into the search field, type "pay dev", press Enter. Look at the new console's frame and badge.
Then look at the first console again: its session was replaced, and Burgee will not let you act in it.
Close the browser to end the demo.`);
  await scene.burgee.context.waitForEvent('close', { timeout: 0 });
}

/** Without one: walks the journey, says what it sees, leaves pictures. */
async function walk(scene: Scene): Promise<void> {
  await mkdir(pictures, { recursive: true });
  const { burgee } = scene;

  const welcome = await burgee.openPage('welcome.html');
  await welcome.getByRole('textbox', { name: 'Access portal address' }).fill(startUrl);
  const opened = burgee.context.waitForEvent('page');
  await welcome.getByRole('button', { name: 'Connect' }).click();
  const portal = await opened;
  say('1. The welcome page took the portal’s address and opened the portal.');
  await portal.getByRole('button', { name: 'Sign in' }).click();
  await portal.locator('#sign-in').click();
  const counts = welcome.locator('[role=status][data-inventory=complete]');
  await counts.waitFor();
  await welcome.screenshot({ path: join(pictures, '1-welcome.png') });
  say(`2. After the sign-in there, the list filled by itself: ${await counts.textContent()}.`);

  const popup = await openPopup(scene);
  await popup.screenshot({ path: join(pictures, '2-popup.png') });
  await popup.keyboard.type('pay dev');
  const first = popup.locator('[role=option][aria-selected=true]');
  await first.waitFor();
  await popup.screenshot({ path: join(pictures, '3-search.png') });
  say(
    `3. “pay dev” finds ${await first.getAttribute('data-account-id')} as ${await first.getAttribute('data-role-name')} first.`,
  );

  const next = burgee.context.waitForEvent('page');
  await popup.keyboard.press('Enter');
  const development = await next;
  const label = development.locator('burgee-label[data-state=known][data-level]');
  await label.waitFor({ state: 'attached' });
  await development.screenshot({ path: join(pictures, '4-development.png') });
  say(
    `4. Enter opened ${new URL(development.url()).hostname}; the label says: ${await label.getAttribute('aria-label')}.`,
  );

  const production = await openConsole(scene, '111111111111', 'AdministratorAccess');
  await production.screenshot({ path: join(pictures, '5-production.png') });
  say(`5. A production console says: ${await production.locator('burgee-label').getAttribute('aria-label')}.`);

  await development.bringToFront();
  await development.locator('burgee-label[data-state=stale]').waitFor({ state: 'attached' });
  await development.screenshot({ path: join(pictures, '6-stale.png') });
  say('6. The first console is veiled now: its session was replaced by the second sign-in.');

  if (burgee.errors.length > 0) throw new Error(`Something reported errors: ${burgee.errors.join('; ')}`);
  say(`Pictures are in ${pictures}/. It works.`);
}

function say(sentence: string): void {
  console.log(sentence);
}
