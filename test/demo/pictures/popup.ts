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
}
