import { expect, test } from 'vitest';
import type { AccountId } from '../../../lib/model/account';
import type { ConsoleLoad } from '../../../lib/model/console-load';
import { createReplacements } from '../../../lib/worker/replacements';
import type { World } from '../../../lib/worker/world';

const arn = 'arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jane';
const url = 'https://eu-west-1.console.aws.amazon.com/ec2/home';
const accounts = ['111111111111', '222222222222', '222222222222'];

/** Tabs 1, 2 and 3, loaded in this order, the first in another account; `jars` are their cookies' places. */
function browserWith(hears: () => Promise<boolean>, jars: readonly string[] = []) {
  const told: string[] = [];
  let loads: readonly ConsoleLoad[] = [];
  const world = {
    now: () => 1_000,
    browser: {
      loads: { read: async () => loads, write: async (all: readonly ConsoleLoad[]) => void (loads = all) },
      tabs: { jar: async (tabId: number) => jars[tabId] ?? '' },
      consolePages: {
        loaded: async (tabId: number) => ({
          loadedAtMs: tabId,
          isTelling: true,
          userInfo: [`aws-userInfo=${JSON.stringify({ arn })}`],
        }),
        tellReplaced: (tabId: number, _: number, isReplaced: boolean) => {
          told.push(`${tabId} ${isReplaced}`);
          return hears();
        },
      },
    },
  } as unknown as World;
  const replacements = createReplacements(world);
  const seen = (tabId: number, address = url): Promise<void> =>
    replacements.seen({
      tabId,
      documentId: undefined,
      url: address,
      accountId: accounts[tabId - 1] as AccountId,
      roleName: 'Admin',
    });
  return { told, seen, closed: replacements.closed };
}

test('a page learns once that its role was switched in another tab', async () => {
  const { told, seen } = browserWith(async () => true);
  for (const tabId of [1, 2, 3, 2]) await seen(tabId);
  expect(told).toEqual(['1 true']);
});

test('a page that could not hear is told again when the next one is seen, unless it has closed', async () => {
  const { told, seen, closed } = browserWith(async () => false);
  for (const tabId of [1, 2, 3]) await seen(tabId);
  await closed(1);
  await seen(2);
  expect(told).toEqual(['1 true', '1 true']);
});

test('a page that is frozen holds nobody up', async () => {
  const { told, seen } = browserWith(() => new Promise(() => undefined));
  for (const tabId of [1, 2, 3]) await seen(tabId);
  expect(told).toEqual(['1 true']);
});

test('a page of a session beside others learns of a role that was switched in that session, and of no other', async () => {
  const { told, seen } = browserWith(async () => true);
  const at = (session: string): string => url.replace('eu-west', `111111111111-${session}.eu-west`);
  await seen(1, at('abcd1234'));
  await seen(2, at('efgh5678'));
  expect(told).toEqual([]);
  await seen(3, at('abcd1234'));
  expect(told).toEqual(['1 true']);
});

test('tabs that share no cookies, and sessions side by side, are no matter of each other', async () => {
  const apart = browserWith(async () => true, ['', 'work', 'home', 'home']);
  for (const tabId of [1, 2, 3]) await apart.seen(tabId);
  const beside = browserWith(async () => true);
  for (const tabId of [1, 2])
    await beside.seen(tabId, url.replace('eu-west', `${accounts[tabId - 1]}-abcd1234.eu-west`));
  expect([...apart.told, ...beside.told]).toEqual([]);
});
