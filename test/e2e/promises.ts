import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '../simulator/ledger';

/** The portal keeps its own cookie, and a tab's history holds the portal's hand-over: both are not Burgee's doing. */
const kept = /Cookies|History|Sessions|Network Persistent State/;

/** What the portal hands to the console in an address: the browser keeps addresses in many places. Burgee never has it. */
const HANDED_OVER = /^s[gi]t\./;

/** What Burgee must never do, whatever a test is about: each is a sentence, none is the good case. */
export async function brokenPromises(ledger: Ledger, profile: string): Promise<string[]> {
  const own = [...ledger.secrets].filter((secret) => !HANDED_OVER.test(secret));
  const onDisk = await secretsOnDisk(profile, own);
  return [
    ...ledger.everWithCookies().map(({ op, host }) => `sent cookies with ${op} to ${host}`),
    ...ledger.everSeenElsewhere().map(({ host, path }) => `sent a secret to ${host}${path}`),
    ...ledger.everAsked('StartDeviceAuthorization').map(({ host }) => `asked ${host} for a device code`),
    ...onDisk.map((file) => `left a secret on the disk in ${file}`),
  ];
}

/** The files of a closed profile that hold a secret. */
export async function secretsOnDisk(profile: string, secrets: readonly string[]): Promise<string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files.filter((path) => !kept.test(path.slice(profile.length)))) {
    const text = (await readFile(file)).toString('latin1');
    if (secrets.some((secret) => text.includes(secret))) found.push(file.slice(profile.length));
  }
  return found;
}
