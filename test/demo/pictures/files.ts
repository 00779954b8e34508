import type { Page } from 'playwright';
import { openPopup, openScene, startUrl } from '../scene';
import { schemes, take } from './picture';

const imported = `[profile customer-nord]
role_arn = arn:aws:iam::123456789012:role/Audit
color = 187df0

[profile customer-west]
role_arn = arn:aws:iam::210987654321:role/team/Deploy
color = b04ec4
credential_process = /usr/local/bin/keys
`;

/** Chained roles, the command line, and an import before it is taken over, with 300 accounts. */
export async function filePictures(): Promise<void> {
  for (const colorScheme of schemes) {
    const scene = await openScene({ colorScheme, world: 'medium' });
    scene.simulator.settings.throttle = { burst: 200, perSecond: 200 };
    await scene.burgee.signInAtPortal(startUrl);
    await openPopup(scene);
    const page = await scene.burgee.openPage('options.html');
    await page.setViewportSize({ width: 900, height: 900 });
    await addChainedRole(page);
    await page.getByLabel('Let me copy temporary credentials').check();
    await page.getByLabel('Accounts and roles').first().fill('prod');
    await taken(page, 'chained-roles', `options-chained-roles-${colorScheme}`);
    await taken(page, 'command-line', `options-command-line-${colorScheme}`);
    await page.getByLabel('or paste it here').fill(imported);
    await page.getByRole('button', { name: 'Preview the changes' }).click();
    await page.getByText('2 changes:').waitFor();
    await taken(page, 'files', `options-import-${colorScheme}`);
    await scene.close();
  }
}

async function addChainedRole(page: Page): Promise<void> {
  const section = page.getByRole('region', { name: 'Chained roles' });
  const source = await section.locator('datalist option').first().textContent({ timeout: 30_000 });
  await section.getByLabel('Account number').fill('999988887777');
  await section.getByLabel('IAM role').fill('Deploy');
  await section.getByLabel('Label', { exact: true }).fill('Customer Süd');
  await section.getByLabel('Switch from').fill(source ?? '');
  await section.getByRole('button', { name: 'Save the role' }).click();
  await section.getByRole('listitem').first().waitFor();
}

async function taken(page: Page, id: string, name: string): Promise<void> {
  await page.locator(`#${id}`).evaluate((section) => section.scrollIntoView());
  await take(page, name);
}
