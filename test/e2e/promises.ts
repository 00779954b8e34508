import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger } from '../simulator/ledger';
import { type Happening, openedUnasked } from './unasked-tabs';

/** The portal's own cookie, and the addresses that a tab went through: neither is Burgee's doing. */
const kept = /Cookies|History|Sessions|Network Persistent State/;
/** Sign-in tokens and codes, good for once: the portal and AWS put them into addresses, which a browser caches as it likes. */
const ofAnAddress = /^(?:sit|sgt|code)\./;

/** What the portal hands to the console in an address: the browser keeps addresses in many places. Burgee never has it. */
const HANDED_OVER = /^s[gi]t\./;

/** What Burgee must never do, whatever a test is about: each is a sentence, none is the good case. */
export async function brokenPromises(
  ledger: Ledger,
  profile: string,
  happenings: readonly Happening[],
): Promise<string[]> {
  const own = [...ledger.secrets].filter((secret) => !HANDED_OVER.test(secret));
  const onDisk = await secretsOnDisk(profile, own);
  return [
    ...ledger.everWithCookies().map(({ op, host }) => `sent cookies with ${op} to ${host}`),
    ...ledger.everSeenElsewhere().map(({ host, path }) => `sent a secret to ${host}${path}`),
    ...ledger.everAsked('StartDeviceAuthorization').map(({ host }) => `asked ${host} for a device code`),
    ...openedUnasked(happenings).map((address) => `opened ${address} without a click`),
    ...onDisk.map((file) => `left a secret on the disk in ${file}`),
  ];
}

/** The files of a closed profile that hold a secret. */
export async function secretsOnDisk(profile: string, secrets: readonly string[]): Promise<string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const lasting = secrets.filter((secret) => !ofAnAddress.test(secret));
  const found: string[] = [];
  for (const file of files.filter((path) => !kept.test(path.slice(profile.length)))) {
    const text = (await readFile(file)).toString('latin1');
    if (lasting.some((secret) => text.includes(secret))) found.push(file.slice(profile.length));
  }
  return found;
}
