import type { Page } from 'playwright';
import { openPopup, openScene, startUrl } from '../scene';
import { schemes, take } from './picture';

const sections = ['portals', 'rules', 'appearance', 'guard', 'launcher', 'sync', 'diagnostics'] as const;

/** Every section of the settings that no other pictures show, with 300 accounts; the rules once more in a narrow window. */
export async function settingsPictures(): Promise<void> {
  for (const colorScheme of schemes) {
    const scene = await openScene({ colorScheme, world: 'medium' });
    scene.simulator.settings.throttle = { burst: 200, perSecond: 200 };
    await scene.burgee.signInAtPortal(startUrl);
    await arrange(await openPopup(scene));
    const page = await scene.burgee.openPage('options.html');
    await page.setViewportSize({ width: 1080, height: 860 });
    await page.getByRole('status').first().waitFor({ state: 'attached' });
    await show(page, 'rules');
    await take(page, `settings-rules-none-${colorScheme}`);
    await makeRules(page);
    for (const section of sections) {
      await show(page, section);
      await take(page, `settings-${section}-${colorScheme}`);
    }
    await page.setViewportSize({ width: 400, height: 860 });
    await show(page, 'rules');
    await take(page, `settings-narrow-${colorScheme}`);
    await scene.close();
  }
}

/** A pin and a hidden account. */
async function arrange(popup: Page): Promise<void> {
  for (const [words, key] of [
    ['prod', 'Alt+KeyP'],
    ['sandbox', 'Alt+KeyH'],
  ] as const) {
    await popup.getByRole('combobox').fill(words);
    await popup.getByRole('option').first().waitFor();
    await popup.keyboard.press(key);
    await popup.getByRole('button', { name: 'Undo' }).waitFor();
  }
}

async function makeRules(page: Page): Promise<void> {
  const rules = page.getByRole('region', { name: 'Rules' });
  await rules.getByRole('button', { name: /word “prod”/ }).click();
  for (const [name, colour] of [
    ['sandbox', '#18794e'],
    ['analytics', '#7e22ce'],
  ] as const) {
    await rules.getByRole('button', { name: 'Add a rule' }).click();
    await rules.getByLabel('Name', { exact: true }).fill(name);
    await rules.getByRole('button', { name: `Colour ${colour}` }).click();
  }
  await rules.getByRole('button', { name: /^Move up: analytics/ }).click();
}

async function show(page: Page, id: string): Promise<void> {
  await page.locator(`#${id}`).evaluate((section) => section.scrollIntoView());
}
