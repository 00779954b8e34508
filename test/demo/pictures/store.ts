import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { listingText } from '../../release/listing';
import { openConsole, openPopup, openScene, startUrl } from '../scene';
import { take } from './picture';

const folder = 'test/shots/store';
const size = { width: 1_280, height: 800 };

const slides = [
  {
    name: 'store/1-launcher',
    says: 'Three letters and Enter, at any number of accounts',
    picture: 'popup-search-light',
  },
  { name: 'store/2-list', says: 'What you use comes first', picture: 'popup-dark' },
] as const;

/** The stores' pictures, 1280 by 800, and the texts that go with them. */
export async function storePictures(): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/listing.md`, listingText());
  const scene = await openScene();
  await scene.burgee.signInAtPortal(startUrl);
  await openPopup(scene);
  const page = await scene.burgee.context.newPage();
  await page.setViewportSize(size);
  for (const { name, says, picture } of slides) {
    const image = (await readFile(`test/shots/${picture}.png`)).toString('base64');
    await page.setContent(slide(says, image));
    await page.locator('img').evaluate((node: HTMLImageElement) => node.decode());
    await take(page, name);
  }
  const production = await openConsole(scene, '111111111111', 'AdministratorAccess');
  await production.setViewportSize(size);
  await take(production, 'store/3-label');
  await openConsole(scene, '222222222222', 'DeveloperAccess');
  await production.bringToFront();
  await production.locator('burgee-label[data-state=stale]').waitFor({ state: 'attached' });
  await take(production, 'store/4-veil');
  await scene.close();
}

function slide(says: string, image: string): string {
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; height: 100vh; display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 72px; padding: 0 96px;
      box-sizing: border-box; background: linear-gradient(135deg, #0b2a5b, #1d5fd6); color: #fff; font: 700 54px/1.15 system-ui, sans-serif; }
    img { height: 640px; border-radius: 14px; box-shadow: 0 24px 70px rgb(0 0 0 / .45); }
  </style><p>${says}</p><img alt="" src="data:image/png;base64,${image}">`;
}
