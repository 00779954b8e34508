import { describe, expect, test } from 'vitest';
import { type ChainedRole, parseChainedRoles } from '../../../lib/model/chained-role';
import type { Directory } from '../../../lib/model/directory';
import { fail, succeed } from '../../../lib/model/failure';
import { mergedRoles } from '../../../lib/model/merged-edits';
import { emptyPersonal } from '../../../lib/model/personal';
import { emptyDirectory } from '../../../lib/model/snapshot';
import { createChainedRoles, type ChainedRolesWorld } from '../../../lib/state/chained-roles';
import { createUndo } from '../../../lib/state/undo';

const portal = 'https://d-1234567890.awsapps.com/start';
const [admin, reader] = ['Payments · 111111111111 · Admin', 'Payments · 111111111111 · Reader'];
const from = { portal, accountId: '111111111111', roleName: 'Admin' };
const nord = { accountId: '999988887777', roleName: 'Deploy', label: 'Nord', from };
const west = { accountId: '999988887777', roleName: 'Audit', label: 'West', from };

const directory = {
  ...emptyDirectory,
  accounts: [{ portal, id: '111111111111', name: 'Payments', roles: ['Admin', 'Reader'] }],
} as unknown as Directory;

/** A worker that merges as the real one. */
async function setUp(...first: readonly unknown[]) {
  const worker = { roles: parseChainedRoles(first), isBroken: false };
  const setChained = async ({ base, roles }: { base?: ChainedRole[] | undefined; roles: ChainedRole[] }) => {
    if (worker.isBroken) return fail({ reason: 'storage' });
    worker.roles = mergedRoles(worker.roles, base ?? worker.roles, roles);
    return succeed(worker.roles);
  };
  const undo = createUndo();
  const world = {
    read: async () => ({ directory, personal: { ...emptyPersonal, chained: worker.roles } }),
    background: { setChained } as unknown as ChainedRolesWorld['background'],
  };
  const page = createChainedRoles(world, undo);
  await page.load();
  const edit = (label: string): void => {
    const role = page.roles.value.find((one) => one.label === label);
    if (role) page.edit(role);
  };
  const write = (change: Partial<typeof page.form.value>): void => {
    page.form.value = { ...page.form.value, ...change };
  };
  return { worker, page, undo, edit, write };
}

const namesOf = (roles: readonly ChainedRole[]): string[] =>
  roles.map(({ accountId, roleName, from: source }) => [accountId, roleName, source?.roleName].join(' '));

describe('a chained role that is edited', () => {
  test.each([
    ['its role', { roleName: 'Audit' }, '999988887777 Audit Admin'],
    ['its account', { accountId: '9999-8888-6666' }, '999988886666 Deploy Admin'],
    ['the role to switch from', { from: reader }, '999988887777 Deploy Reader'],
    ['its label', { label: 'North' }, '999988887777 Deploy Admin'],
  ])('is there once when %s was corrected', async (_, change, name) => {
    const { worker, edit, write, page } = await setUp(nord);
    edit('Nord');
    write(change);
    await page.add();
    expect(namesOf(worker.roles)).toEqual([name]);
  });

  test('takes the place of another that it comes to be the same as', async () => {
    const { worker, edit, write, page } = await setUp(nord, west);
    edit('Nord');
    write({ roleName: 'Audit' });
    await page.add();
    expect(worker.roles).toMatchObject([{ roleName: 'Audit', label: 'Nord' }]);
  });

  test('is left alone by the next one that is added', async () => {
    const { worker, edit, write, page } = await setUp(nord);
    edit('Nord');
    await page.add();
    write({ accountId: '333333333333', roleName: 'Audit' });
    await page.add();
    expect(namesOf(worker.roles)).toEqual(['999988887777 Deploy Admin', '333333333333 Audit Admin']);
  });

  test('is left alone by what is written into the form once that was emptied', async () => {
    const { worker, edit, write, page } = await setUp(nord);
    edit('Nord');
    write({ accountId: '' });
    write({ roleName: '' });
    write({ label: '' });
    write({ accountId: '333333333333', roleName: 'Audit', from: admin });
    await page.add();
    expect(namesOf(worker.roles)).toEqual(['999988887777 Deploy Admin', '333333333333 Audit Admin']);
  });
});

describe('what was done last to chained roles is taken back', () => {
  const rolesOf = (...roles: readonly unknown[]): string[] => namesOf(parseChainedRoles(roles));
  const arrived = { accountId: '444444444444', roleName: 'Arrived', from };
  const unsourced = { ...nord, from: undefined };

  test('where one was removed: it stands where it stood', async () => {
    const { worker, page, undo } = await setUp(nord, west);
    const [first] = page.roles.value;
    if (first) await page.remove(first);
    expect(namesOf(worker.roles)).toEqual(rolesOf(west));
    await undo.undo();
    expect(namesOf(worker.roles)).toEqual(rolesOf(nord, west));
  });

  test('where one was added, and what arrived since stays', async () => {
    const { worker, page, undo, write } = await setUp(nord);
    write({ accountId: '333333333333', roleName: 'Audit', from: admin });
    await page.add();
    worker.roles = [...worker.roles, ...parseChainedRoles([arrived])];
    await page.load();
    await undo.undo();
    expect(namesOf(worker.roles)).toEqual(rolesOf(nord, arrived));
  });

  test('where one was edited', async () => {
    const { worker, page, undo, edit, write } = await setUp(nord);
    edit('Nord');
    write({ roleName: 'Audit' });
    await page.add();
    await undo.undo();
    expect(worker.roles).toEqual(parseChainedRoles([nord]));
  });

  test('where all without one were given a role to switch from', async () => {
    const { worker, page, undo } = await setUp(unsourced, west);
    await page.connectAll(admin);
    expect(namesOf(worker.roles)).toEqual(rolesOf(nord, west));
    await undo.undo();
    expect(namesOf(worker.roles)).toEqual(rolesOf(unsourced, west));
  });

  test('not where it could not be stored: nothing was done then', async () => {
    const { worker, page, undo } = await setUp(unsourced);
    worker.isBroken = true;
    await page.connectAll(admin);
    expect(page.failure.value).toEqual({ reason: 'storage' });
    expect(undo.last.value).toBeUndefined();
  });
});
