import { openPopup, openScene, startUrl } from '../scene';
import { schemes, take } from './picture';

/** The welcome page and the settings. */
export async function pagePictures(): Promise<void> {
  for (const colorScheme of schemes) {
    const scene = await openScene({ colorScheme });
    await scene.burgee.signInAtPortal(startUrl);
    await openPopup(scene);
    for (const name of ['welcome', 'options'] as const) {
      const page = await scene.burgee.openPage(`${name}.html`);
      await page.setViewportSize({ width: 900, height: 720 });
      await page.getByText('5 accounts').first().waitFor();
      await take(page, `${name}-${colorScheme}`);
    }
    await scene.close();
  }
}
