import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { clean } from './axe';
import { type Burgee, launchBurgee } from './browser';
import { createPolicyFile, policyObstacle } from './policy-file';

const startUrl = 'https://d-1234567890.awsapps.com/start';
const other = 'https://other-org.awsapps.com/start';
const obstacle = await policyObstacle();
if (obstacle !== undefined) console.warn(`No policy is tried: ${obstacle}`);

const policy = {
  portals: [{ startUrl, region: 'eu-west-1', name: 'Work' }],
  guardProduction: true,
  labelForm: 'bar',
  rules: [{ when: { name: 'Log*' }, set: { level: 'production', colour: '#aa0000', label: 'Logs of all' } }],
  copyCredentials: false,
  export: false,
  locked: ['portals', 'rules', 'guardProduction', 'labelForm', 'copyCredentials', 'export'],
};
const managed = { ok: false, failure: { reason: 'managed' } };

describe.skipIf(obstacle !== undefined)('an organisation’s policy in Chromium', () => {
  let extension: string;
  let file: ReturnType<typeof createPolicyFile>;
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    // A policy is for one extension id, and that comes from the folder: other tests' browsers must not be governed.
    extension = await mkdtemp(join(tmpdir(), 'burgee-policy-'));
    await cp('.output/chrome-mv3-test', extension, { recursive: true });
    file = createPolicyFile(extension);
    await file.write(policy);
    burgee = await launchBurgee({ simulator, extension });
    options = await burgee.openPage('options.html');
  });
  afterAll(async () => {
    await file.remove();
    expect(burgee.errors).toEqual([]);
    await burgee.close();
    await simulator.close();
    await rm(extension, { recursive: true });
  });

  function ask(call: string, args: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    return options.evaluate(
      (message) => {
        const { runtime } = Reflect.get(globalThis, 'chrome') as {
          runtime: { sendMessage(told: unknown): Promise<Record<string, unknown>> };
        };
        return runtime.sendMessage(message);
      },
      { call, args },
    );
  }

  /** What a console tab of an account goes by. */
  async function look(id: string): Promise<Record<string, unknown> | undefined> {
    const found = await options.evaluate(
      (key) =>
        (
          Reflect.get(globalThis, 'chrome') as {
            storage: { local: { get(key: string): Promise<Record<string, Record<string, unknown>>> } };
          }
        ).storage.local.get(key),
      `look:${id}`,
    );
    return found[`look:${id}`];
  }

  async function tell(next: unknown): Promise<void> {
    await file.write(next);
    await file.reload(burgee.context);
  }

  test('connects its portals from the start', async () => {
    await options.getByRole('region', { name: startUrl }).waitFor();
  });

  test('shows what it holds as set by the organisation, and lets nobody change it', async () => {
    await options.getByRole('region', { name: 'Your organisation' }).waitFor();
    const guard = options.getByRole('region', { name: 'Guard' });
    await guard.getByText('Set by your organisation').waitFor();
    const held = [
      guard.getByRole('checkbox'),
      options.getByLabel('Let me copy temporary credentials'),
      options.getByRole('button', { name: 'Export my settings' }),
      options.getByRole('button', { name: 'Connect a portal' }),
    ];
    expect(await Promise.all(held.map((control) => control.isDisabled()))).toEqual([true, true, true, true]);
    expect(await guard.getByRole('checkbox').isChecked()).toBe(true);
    expect(await options.getByLabel('Gather each account').isDisabled()).toBe(false);
    await clean(options, 'set by the organisation');
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['the guard off', 'setPreferences', { guardProduction: false }],
    ['another form of the label', 'setPreferences', { labelForm: 'badge' }],
    ['copying credentials on', 'setPreferences', { copyCredentials: true }],
    ['credentials', 'roleCredentials', { portal: startUrl, accountId: '111111111111', roleName: 'ReadOnlyAccess' }],
    ['the settings as a file', 'exportSettings', {}],
    ['its portal away', 'forgetPortal', { portal: startUrl }],
    ['another portal', 'connectPortal', { portal: other, region: 'us-east-1' }],
  ])('gives nobody %s', async (_, call, args) => {
    expect(await ask(call, args)).toMatchObject(managed);
    expect(await ask('preferences')).toMatchObject({
      value: { guardProduction: true, labelForm: 'bar', copyCredentials: false },
    });
  });

  test('decides how consoles look, over what a person chose for an account', async () => {
    await burgee.signInAtPortal(startUrl);
    const id = '444444444444';
    await expect.poll(async () => (await look(id))?.label).toBe('Logs of all');
    expect(await ask('rename', { accountId: id, label: 'Mine', emoji: '', note: '' })).toMatchObject({ ok: true });
    expect(await look(id)).toMatchObject({
      label: 'Logs of all',
      colour: '#aa0000',
      level: 'production',
      isGuarded: true,
    });
  });

  test('wins over a file that a person imports, which takes over all the rest', async () => {
    const { value } = (await ask('settings')) as { value: { settings: Record<string, unknown> } };
    const settings = {
      ...value.settings,
      portals: [{ startUrl: other, region: 'us-east-1', name: '' }],
      preferences: { ...(value.settings['preferences'] as object), labelForm: 'badge', tabGroups: true },
    };
    expect(await ask('applySettings', { settings })).toEqual({ ok: true, value: { held: ['labelForm', 'portals'] } });
    expect(await ask('preferences')).toMatchObject({ value: { labelForm: 'bar', tabGroups: true } });
    expect(await ask('settings')).toMatchObject({ value: { settings: { portals: [{ startUrl }] } } });
  });

  test('that is broken holds the careful side, is told, and stops nothing else', async () => {
    await tell({ ...policy, guardProduction: 'maybe', labelForm: 'rainbow', copyCredentials: 1, export: true });
    await expect
      .poll(async () => ((await ask('diagnostics')) as { value: { policy: unknown } }).value.policy)
      .toMatchObject({
        problems: [
          { problem: 'missing', where: 'guardProduction' },
          { problem: 'wrong', where: 'labelForm' },
          { problem: 'missing', where: 'copyCredentials' },
        ],
      });
    await options.getByRole('region', { name: 'Diagnostics' }).getByRole('alert').waitFor();
    const notice = options.getByRole('region', { name: 'Your organisation' }).getByRole('alert');
    await notice.getByText('guardProduction: missing').waitFor();
    await notice.getByText('labelForm: not what it should be').waitFor();
    expect(await ask('preferences')).toMatchObject({ value: { guardProduction: true, copyCredentials: false } });
    expect(await ask('exportSettings')).toMatchObject({ ok: true });
    expect(await ask('setPreferences', { guardProduction: false })).toMatchObject(managed);
    expect(await ask('setPreferences', { credentialForm: 'cmd' })).toMatchObject({ ok: true });
  });

  test('that is gone lets go at once, and what the person had chosen is there', async () => {
    await tell({});
    await expect.poll(() => ask('preferences')).toMatchObject({ value: { guardProduction: false, tabGroups: true } });
    await options.getByRole('region', { name: 'Your organisation' }).waitFor({ state: 'detached' });
    expect(await options.getByRole('region', { name: 'Guard' }).getByRole('checkbox').isEnabled()).toBe(true);
    expect(await ask('setPreferences', { labelForm: 'badge' })).toMatchObject({ ok: true });
    expect(await ask('forgetPortal', { portal: startUrl })).toMatchObject({ ok: true });
  });
});
