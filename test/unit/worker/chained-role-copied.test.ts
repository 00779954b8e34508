import { expect, test } from 'vitest';
import type { ActionContext } from '../../../lib/actions/action';
import { copyCredentials } from '../../../lib/actions/copy-credentials';
import { copyArn } from '../../../lib/actions/copy-arn';
import { parseChainedRoles } from '../../../lib/model/chained-role';
import { succeed } from '../../../lib/model/failure';
import { emptyPersonal } from '../../../lib/model/personal';
import type { Row } from '../../../lib/model/row';
import type { Console } from '../../../lib/worker/containers';
import { createConsoleCalls } from '../../../lib/worker/console-calls';
import { createLaunches } from '../../../lib/worker/launches';
import type { World } from '../../../lib/worker/world';

const portal = 'https://start.us-gov-home.awsapps.com/directory/d-1234567890';
const accountId = '222222222222';
const chained = parseChainedRoles([
  { accountId, roleName: 'team/NetworkOps', from: { portal, accountId: '111111111111', roleName: 'Hub' } },
]);
const landingPage = 'https://console.amazonaws-us-gov.com/ec2/home';
const personal = { ...emptyPersonal, chained };

function rowOf(roleName: string, kind: 'role' | 'account'): Row {
  return { entry: { kind, portal, accountId, roleName }, roleName } as unknown as Row;
}

async function arnOf(roleName: string, kind: 'role' | 'account'): Promise<string> {
  let copied = '';
  const copy = async (text: string): Promise<boolean> => ((copied = text), true);
  await copyArn.run(rowOf(roleName, kind), { copy, personal } as unknown as ActionContext);
  return copied;
}

test.each(['role', 'account'] as const)(
  'the ARN of a role that is switched to is its own, by the row of its %s',
  async (kind) => {
    expect(await arnOf('team/NetworkOps', kind)).toBe('arn:aws-us-gov:iam::222222222222:role/team/NetworkOps');
    expect(await arnOf('Admin', kind)).toBe(
      'arn:aws-us-gov:iam::222222222222:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*',
    );
  },
);

test.each(['role', 'account'] as const)(
  'credentials are not offered for a role that is switched to, by the row of its %s',
  (kind) => {
    const fits = (roleName: string): boolean => copyCredentials.fits(rowOf(roleName, kind), personal);
    expect([fits('team/NetworkOps'), fits('Admin')]).toEqual([false, true]);
  },
);

async function linkTo(roleName: string, listed: readonly string[], destination?: string): Promise<unknown> {
  const landing = { accounts: { [accountId]: { landing: 'ec2' } } };
  const store = {
    personal: async () => ({ ...personal, ...landing }),
    accountsById: async () => [{ portal, roles: listed }],
  };
  const world = { browser: { store } } as unknown as World;
  const consoleTabs = { linkOf: async (to: Console) => `the portal’s, to ${to.destination}` };
  const { consoleLink } = createConsoleCalls(world, {
    consoleTabs,
    launches: createLaunches(world, {} as never, {} as never),
  } as unknown as Parameters<typeof createConsoleCalls>[1]);
  const target = consoleLink.parse({ portal, accountId, roleName, destination });
  if (!target) throw new Error('not what the call takes');
  return consoleLink.run(target, { kind: 'page' });
}

test('the link to a role that is switched to is the console’s own, unless the portal lists one of that name', async () => {
  expect(await linkTo('team/NetworkOps', [])).toEqual(
    succeed('https://signin.amazonaws-us-gov.com/switchrole?account=222222222222&roleName=team%2FNetworkOps'),
  );
  expect(await linkTo('team/NetworkOps', ['team/NetworkOps'])).toEqual(succeed(`the portal’s, to ${landingPage}`));
});

test('the link to an account leads where opening it does: to the page that was asked for, else to its landing page', async () => {
  expect(await linkTo('Admin', ['Admin'])).toEqual(succeed(`the portal’s, to ${landingPage}`));
  const asked = 'https://console.amazonaws-us-gov.com/s3/buckets';
  expect(await linkTo('Admin', ['Admin'], asked)).toEqual(succeed(`the portal’s, to ${asked}`));
});
