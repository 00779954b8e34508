import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openConsole, openPopup, openScene, type Scene, startUrl } from './scene';

const folder = 'test/shots';
await mkdir(folder, { recursive: true });

for (const colorScheme of ['light', 'dark'] as const) {
  const scene = await openScene({ colorScheme });
  await scene.burgee.signInAtPortal(startUrl);
  await popupPictures(scene, colorScheme);
  await consolePictures(scene, colorScheme);
  await pagePictures(scene, colorScheme);
  await scene.close();
}

for (const world of ['medium', 'hostile'] as const) {
  const scene = await openScene({ world });
  scene.simulator.settings.throttle = { burst: 500, perSecond: 500 };
  await scene.burgee.signInAtPortal(startUrl);
  const popup = await openPopup(scene);
  await popup.screenshot({ path: join(folder, `popup-${world}.png`) });
  await popup.setViewportSize({ width: 320, height: 560 });
  await popup.screenshot({ path: join(folder, `popup-${world}-narrow.png`) });
  await scene.close();
}

async function popupPictures(scene: Scene, scheme: string): Promise<void> {
  const popup = await openPopup(scene);
  await popup.screenshot({ path: join(folder, `popup-${scheme}.png`) });
  await popup.getByRole('combobox').fill('pay adm');
  await popup.screenshot({ path: join(folder, `popup-search-${scheme}.png`) });
  await popup.getByRole('combobox').fill('no such thing');
  await popup.screenshot({ path: join(folder, `popup-nothing-${scheme}.png`) });
}

async function consolePictures(scene: Scene, scheme: string): Promise<void> {
  const production = await openConsole(scene, '111111111111', 'AdministratorAccess');
  await production.screenshot({ path: join(folder, `label-production-${scheme}.png`) });
  const development = await openConsole(scene, '222222222222', 'DeveloperAccess');
  await development.screenshot({ path: join(folder, `label-development-${scheme}.png`) });
  await production.bringToFront();
  await production.locator('burgee-label[data-state=stale]').waitFor({ state: 'attached' });
  await production.screenshot({ path: join(folder, `label-stale-${scheme}.png`) });
  await development.goto(`${development.url()}&sim=broken-meta`);
  await development.locator('burgee-label[data-state=unknown]').waitFor({ state: 'attached' });
  await development.screenshot({ path: join(folder, `label-unknown-${scheme}.png`) });
}

async function pagePictures({ burgee }: Scene, scheme: string): Promise<void> {
  for (const name of ['welcome', 'options'] as const) {
    const page = await burgee.openPage(`${name}.html`);
    await page.setViewportSize({ width: 900, height: 720 });
    await page.getByText('5 accounts').first().waitFor();
    await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) });
  }
}
