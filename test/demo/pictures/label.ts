import { openConsole, openScene, startUrl } from '../scene';
import { schemes, take } from './picture';

/** Console tabs: production, development, one whose session was replaced, one that tells nothing. */
export async function labelPictures(): Promise<void> {
  for (const colorScheme of schemes) {
    const scene = await openScene({ colorScheme });
    await scene.burgee.signInAtPortal(startUrl);
    const production = await openConsole(scene, '111111111111', 'AdministratorAccess');
    await take(production, `label-production-${colorScheme}`);
    const development = await openConsole(scene, '222222222222', 'DeveloperAccess');
    await take(development, `label-development-${colorScheme}`);
    await production.bringToFront();
    await production.locator('burgee-label[data-state=stale]').waitFor({ state: 'attached' });
    await take(production, `label-stale-${colorScheme}`);
    await development.goto(`${development.url()}&sim=broken-meta`);
    await development.locator('burgee-label[data-state=unknown]').waitFor({ state: 'attached' });
    await take(development, `label-unknown-${colorScheme}`);
    await scene.close();
  }
}
