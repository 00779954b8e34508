import { createHash } from 'node:crypto';
import { access, constants, mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { BrowserContext } from 'playwright';
import { findChromium } from './chromium';

/** Where each kind of Chromium on Linux looks for policies; source: chromium.org, "Linux quick start" for administrators. */
function policyFolder(): string {
  const path = findChromium();
  if (/google-chrome|\/opt\/google\//.test(path)) return '/etc/opt/chrome/policies/managed';
  return /ms-playwright|chrome-for-testing/.test(path)
    ? '/etc/opt/chrome_for_testing/policies/managed'
    : '/etc/chromium/policies/managed';
}

/** The id that Chromium gives to an unpacked extension without a key: its path, hashed, in the letters a to p. */
export function unpackedId(folder: string): string {
  const digits = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Why no policy can be written here; `undefined` where one can. */
export async function policyObstacle(): Promise<string | undefined> {
  for (let folder = policyFolder(); ; folder = dirname(folder)) {
    const found = await readdir(folder).catch(() => undefined);
    if (!found) continue;
    const isWritable = await access(folder, constants.W_OK).then(
      () => true,
      () => false,
    );
    return isWritable ? undefined : `${folder} can't be written: run this test as root to see it`;
  }
}

/** An administrator's policy for one unpacked extension, in the system's folder; what else is there stays as it is. */
export function createPolicyFile(extension: string) {
  const id = unpackedId(extension);
  const file = join(policyFolder(), `burgee-test-${id}.json`);
  let made: string | undefined;

  return {
    async write(policy: unknown): Promise<void> {
      made ??= await mkdir(dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
    },

    /** The browser would notice by itself within seconds; its own page makes it look now. */
    async reload(context: BrowserContext): Promise<void> {
      const page = await context.newPage();
      await page.goto('chrome://policy');
      await page.locator('#reload-policies').click();
      await page.close();
    },

    /** Takes the file away, and the folders that were made for it. */
    async remove(): Promise<void> {
      await rm(file, { force: true });
      if (made === undefined) return;
      const top = dirname(made);
      for (let folder = dirname(file); folder !== top; folder = dirname(folder))
        await rmdir(folder).catch(() => undefined);
      made = undefined;
    },
  };
}
