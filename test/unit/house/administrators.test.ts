import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { manifest, requiredHosts } from '../../../lib/model/manifest';
import { parsePolicy, policySchema } from '../../../lib/model/policy';
import { parsePortalAddress } from '../../../lib/model/portal';
import { loopbackPattern, portalOrigins } from '../../../lib/model/portal-hosts';
import { hostsToAllow } from '../../release/hosts-to-allow';

const page = await readFile('.github/ADMINISTRATORS.md', 'utf8');
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text) as Nested);
const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };

interface Nested {
  readonly [name: string]: Nested;
}

/** A table without its padding. */
const plain = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---').trim();

describe('the page for administrators', () => {
  test('is linked from the README', async () => {
    expect(await readFile('README.md', 'utf8')).toContain('](.github/ADMINISTRATORS.md)');
  });

  test('lists the hosts of every partition as the product has them', () => {
    const listed = /<!-- hosts -->([\s\S]*?)<!-- \/hosts -->/.exec(page)?.[1] ?? '';
    expect(plain(listed)).toBe(plain(hostsToAllow()));
  });

  test('tells every key of the policy, and none that there is not', () => {
    const told = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, key]) => key);
    expect(told).toEqual(Object.keys(policySchema.entries));
  });

  test('gives an example of a policy that is read without a problem', () => {
    const policies = examples.flatMap((example) => example['3rdparty']?.['extensions']?.['EXTENSION_ID'] ?? []);
    expect(policies).toHaveLength(1);
    expect(parsePolicy(policies[0]).problems).toEqual([]);
    expect(parsePolicy(policies[0]).portals).toHaveLength(1);
  });

  test('lifts a block of hosts for exactly those that its example needs', () => {
    const lifted = examples.flatMap((example) => example['EXTENSION_ID']?.['runtime_allowed_hosts'] ?? []);
    const parsed = parsePortalAddress('https://d-1234567890.awsapps.com/start');
    if (!parsed.ok) throw new Error(parsed.problem);
    const portal = portalOrigins({ ...parsed.address, region: 'eu-west-1' });
    const needed = [...requiredHosts, ...portal, loopbackPattern].map((pattern) => pattern.replace(/\/\*$/, ''));
    expect(lifted.flat()).toEqual(needed);
  });

  test.each(['chrome', 'firefox'])('accounts for every permission of the build for %s', (browser) => {
    const built = manifest({ browser, hostsGranted: false });
    const asked = [built['permissions'], built['optional_permissions']].flatMap((list) => list as readonly string[]);
    expect(asked.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  test('names the id that Firefox knows Burgee by', () => {
    const { browser_specific_settings: own } = manifest({ browser: 'firefox', hostsGranted: false });
    const { gecko } = own as { gecko: { id: string } };
    expect(Object.keys(examples[1]?.['policies']?.['ExtensionSettings'] ?? {})).toEqual([gecko.id]);
  });

  test('names commands that exist', () => {
    const named = [...page.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
  });
});
