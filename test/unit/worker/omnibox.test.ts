import { describe, expect, test } from 'vitest';
import type { RoleName } from '../../../lib/model/account';
import type { Account, Directory } from '../../../lib/model/directory';
import { roleKey } from '../../../lib/model/entry';
import { emptyPersonal, type Personal } from '../../../lib/model/personal';
import { say } from '../../../lib/model/say';
import { createOmnibox } from '../../../lib/worker/omnibox';
import { createOutsideLaunches } from '../../../lib/worker/outside-launches';
import type { World } from '../../../lib/worker/world';
import { organisation, portal } from '../../organisation/organisation';
import { startUrlOf } from '../../organisation/start-url';

type Parts = Parameters<typeof createOutsideLaunches>;

const other = startUrlOf('https://other-org.awsapps.com/start');
const accounts = organisation(60).accounts.filter(({ name }) => name.startsWith('payments-'));
const both: Directory = {
  portals: [portal, { ...portal, startUrl: other }],
  accounts: [portal.startUrl, other].flatMap((at) => accounts.map((account): Account => ({ ...account, portal: at }))),
  apps: [{ portal: portal.startUrl, id: 'ins-1', name: 'payments-prod', kind: 'Slack' }],
};

const names: Readonly<Record<string, string>> = { [portal.startUrl]: 'd-1234567890', [other]: 'other-org' };

/** What the address bar has opened: of each the portal and what it is. */
function addressBar(directory: Directory, personal: Personal = emptyPersonal) {
  const opened: string[] = [];
  const asked: unknown[] = [];
  const world = {
    browser: {
      consoles: { read: async () => [] },
      status: { read: async () => ({ revision: 1 }) },
      snapshots: { readDirectory: async () => directory, readPersonal: async () => personal },
      asked: { write: async (one: unknown) => void asked.push(one) },
      openLauncher: async () => undefined,
      store: {
        personal: async () => personal,
        accountsById: async (id: string) => directory.accounts.filter((one) => one.id === id),
      },
    },
    now: () => 0,
  } as unknown as World;
  const launches = {
    openConsole: async (to: Record<'portal' | 'accountId' | 'roleName' | 'service' | 'where', string>) =>
      void opened.push([to.portal, to.accountId, to.roleName, to.service ?? '', to.where].join(' ')),
    openApp: async (to: Record<'portal' | 'appId', string>) => void opened.push([to.portal, to.appId].join(' ')),
    chainedRole: async () => undefined,
  } as unknown as Parts[1];
  const registry = { list: async () => [] } as unknown as Parts[2];
  const outside = createOutsideLaunches(world, launches, registry);
  return { opened, asked, outside, omnibox: createOmnibox(world, outside) };
}

describe('a suggestion of the address bar', () => {
  test('opens what it says at the portal that it is of, though another lists the account too', async () => {
    const { opened, omnibox } = addressBar(both);
    const offered = await omnibox.suggest('payments-dev');
    expect(new Set(offered.map(({ detail }) => detail.split(' · ').at(-1)))).toEqual(new Set(Object.values(names)));
    for (const one of offered) {
      await omnibox.enter('content' in one ? one.content : 'payments-dev', 'tab');
      const [at = '', accountId = '', roleName = ''] = opened.at(-1)?.split(' ') ?? [];
      expect(one.detail).toBe([accountId, roleName, names[at]].join(' · '));
    }
  });

  test('of an app opens that app, though an account has its name', async () => {
    const { opened, omnibox } = addressBar({ ...both, portals: [portal], accounts });
    const offered = await omnibox.suggest('payments-prod');
    const app = offered.find((one) => 'content' in one && one.detail === say('app'));
    if (!app || !('content' in app)) throw new Error('the app is not offered');
    await omnibox.enter(app.content, 'background');
    expect(opened).toEqual([`${portal.startUrl} ins-1`]);
  });

  test('is words wherever these find it again', async () => {
    const { omnibox } = addressBar({ ...both, portals: [portal], accounts, apps: [] });
    const [, ...others] = await omnibox.suggest('payments');
    expect(others.length).toBeGreaterThan(2);
    for (const { content } of others) expect(content).toMatch(/^\d{12}( \w+)*$/);
  });
});

test('a pin whose role is gone is for the launcher, which offers the account; nothing opens', async () => {
  const [account] = accounts;
  const roleName = 'Old' as RoleName;
  if (!account) throw new Error('the organisation has such an account');
  const key = roleKey(portal.startUrl, account.id, roleName);
  const { opened, asked, outside } = addressBar(both, { ...emptyPersonal, pins: [key] });
  await outside.openPin(0);
  expect(opened).toEqual([]);
  expect(asked).toEqual([{ key, destination: undefined, where: 'tab' }]);
});
