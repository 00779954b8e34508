import { fillDirectory } from '../../e2e/filled';
import { worlds } from '../../simulator/worlds';
import { openPopup, openScene, startUrl } from '../scene';
import { schemes, take } from './picture';

/** The popup: at rest, searching, a row's actions, with nothing found, with many accounts, with names that attack, narrow. */
export async function popupPictures(): Promise<void> {
  for (const colorScheme of schemes) {
    const scene = await openScene({ colorScheme });
    await scene.burgee.signInAtPortal(startUrl);
    const popup = await openPopup(scene);
    await take(popup, `popup-${colorScheme}`);
    await popup.getByRole('combobox').fill('pay adm');
    await take(popup, `popup-search-${colorScheme}`);
    await popup.getByRole('combobox').fill('');
    await popup.keyboard.press('?');
    await take(popup, `popup-menu-${colorScheme}`);
    await popup.keyboard.press('Escape');
    await popup.getByRole('combobox').fill('no such thing');
    await take(popup, `popup-nothing-${colorScheme}`);
    await scene.close();
  }
  for (const world of ['medium', 'hostile'] as const) {
    const scene = await openScene({ world });
    scene.simulator.settings.throttle = { burst: 500, perSecond: 500 };
    await scene.burgee.signInAtPortal(startUrl);
    const popup = await openPopup(scene);
    await take(popup, `popup-${world}`);
    await popup.setViewportSize({ width: 320, height: 560 });
    await take(popup, `popup-${world}-narrow`);
    await scene.close();
  }
  await atSevenThousand();
}

/** The list as a crawl of an earlier day left it: one of 7,000 accounts takes its time. */
async function atSevenThousand(): Promise<void> {
  const scene = await openScene({ world: 'huge' });
  const options = await scene.burgee.openPage('options.html');
  await options.getByText('No portal').waitFor();
  await fillDirectory(options, worlds.huge());
  await scene.burgee.signInAtPortal(startUrl);
  const popup = await scene.burgee.openPage('popup.html');
  await popup.setViewportSize({ width: 460, height: 560 });
  await popup.locator('[role=status][data-accounts="7000"]').waitFor();
  await take(popup, 'popup-huge');
  await popup.getByRole('combobox').fill('payments prod');
  await popup.locator('[role=option] mark').first().waitFor();
  await take(popup, 'popup-huge-search');
  await popup.keyboard.press('Control+End');
  await popup.setViewportSize({ width: 320, height: 560 });
  await popup.emulateMedia({ colorScheme: 'dark' });
  await take(popup, 'popup-huge-narrow');
  await scene.close();
}
