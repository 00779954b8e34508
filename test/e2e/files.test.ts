import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';
import { isLong } from './how-long';
import { allListed, label, openLauncher, press, search } from './launcher';

const startUrl = 'https://d-1234567890.awsapps.com/start';

describe('the settings for files, command line and chained roles', () => {
  let simulator: Simulator;
  let burgee: Burgee;
  let options: Page;
  let own: { id: string; name: string; roles: readonly string[] };

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    burgee = await launchBurgee({ simulator });
    await burgee.signInAtPortal(startUrl);
    const popup = await openLauncher(burgee);
    await allListed(popup, simulator.world);
    const first = simulator.world.portals[0]?.accounts[0];
    if (!first) throw new Error('the world has no account');
    own = first;
    options = await burgee.openPage('options.html');
    await options.getByRole('region', { name: 'Command line' }).getByRole('listitem').first().waitFor();
  });
  afterAll(async () => {
    expect(burgee.errors).toEqual([]);
    await burgee.close();
    await simulator.close();
  });

  const files = () => options.getByRole('region', { name: 'Import and export' });
  const chained = () => options.getByRole('region', { name: 'Chained roles' });
  const cli = () => options.getByRole('region', { name: 'Command line' });
  /** What was done last, with the way back. */
  const told = () => options.locator('.told');

  /** What a person gets who pastes elsewhere. */
  async function pasted(): Promise<string> {
    const page = await burgee.context.newPage();
    await page.setContent('<textarea autofocus></textarea>');
    await page.locator('textarea').press('ControlOrMeta+v');
    const text = await page.locator('textarea').inputValue();
    await page.close();
    return text;
  }

  async function exported(): Promise<string> {
    const download = options.waitForEvent('download');
    await files().getByRole('button', { name: 'Export my settings' }).click();
    return readFile(await (await download).path(), 'utf8');
  }

  /** Everything that is set, byte for byte, without a download: Chromium holds up the eleventh in a row. */
  const settings = async (): Promise<string> => JSON.stringify(await say('settings', {}));

  function say(call: string, args: Record<string, unknown>): Promise<unknown> {
    return options.evaluate(
      (message) => {
        const { runtime } = Reflect.get(globalThis, 'chrome') as {
          runtime: { sendMessage(told: unknown): Promise<unknown> };
        };
        return runtime.sendMessage(message);
      },
      { call, args },
    );
  }

  const importing = (text: string | Buffer, name = 'settings.json') =>
    files()
      .getByLabel('Choose a file')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  test('a chained role is added, found in the launcher, and Enter ends at the console’s own Switch role', async () => {
    await chained().getByLabel('Account number').fill('9999-8888-7777');
    await chained().getByLabel('IAM role').fill('Deploy');
    await chained().getByLabel('Label', { exact: true }).fill('Customer Nord');
    await chained().getByLabel('Switch from').fill(`${own.name} · ${own.id} · ${own.roles[0]}`);
    await chained().getByRole('button', { name: 'Save the role' }).click();
    await chained().getByRole('listitem').filter({ hasText: 'Customer Nord' }).waitFor();

    const popup = await openLauncher(burgee);
    await expect
      .poll(async () => (await search(popup, 'nord deploy'))[0])
      .toMatchObject({ kind: 'role', accountId: '999988887777', roleName: 'Deploy', isActive: true });
    const tab = await press(burgee, popup, 'Enter', /^https:\/\/signin\.aws\.amazon\.com\/switchrole\?/);
    expect(Object.fromEntries(new URL(tab.url()).searchParams)).toEqual({
      account: '999988887777',
      roleName: 'Deploy',
      displayName: 'Customer Nord',
    });
    await tab.locator('#switchrole_input_button').click();
    const shown = await label(tab, 'known');
    expect(shown).toMatchObject({ 'data-account-id': '999988887777', 'data-role-name': 'Deploy' });
    expect(shown['aria-label']).toContain('Customer Nord');
    await tab.close();
  });

  test('what was exported changes nothing when it is imported', async () => {
    const before = await exported();
    expect(JSON.parse(before)).toMatchObject({ format: 'burgee-settings', chainedRoles: [{ label: 'Customer Nord' }] });
    await importing(before);
    await files().getByText('This file changes nothing.').waitFor();
    await files().getByLabel('Replace my settings').check();
    await files().getByText('This file changes nothing.').waitFor();
    await files().getByRole('button', { name: 'Cancel' }).click();
  });

  test.each([
    ['{\n "format": "burgee-settings",,', 'line 2, column 30'],
    ['{"format":"burgee-settings","version":999}', 'newer version'],
    ['{"format":"burgee-settings","version":3,"accessToken":"hush"}', 'token or key'],
    ['{"__proto__":{"admin":true}}', 'no settings have'],
    ['x'.repeat(3_000_000), 'at most 2 MB'],
    [Buffer.from('\uFEFF{"a":1}', 'utf16le'), 'UTF-8'],
  ])('a file that is refused says why and leaves every setting as it was (%#)', async (text, says) => {
    const before = await settings();
    await importing(text);
    await files().getByRole('alert').filter({ hasText: says }).waitFor();
    expect(await files().textContent()).not.toContain('hush');
    expect(await settings()).toBe(before);
  });

  test('another tool’s file is shown before it is taken over, and can be undone', async () => {
    const before = await settings();
    await importing(
      `[profile nord]\nrole_arn = arn:aws:iam::123456789012:role/Audit\ncolor = ffaaee\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n`,
      'config',
    );
    await files().getByText('1 change:').waitFor();
    await files().getByText('a key or program; Burgee does not read those').waitFor();
    expect(await settings()).toBe(before);
    await files().getByRole('button', { name: 'Apply' }).click();
    await told().getByText('1 change applied.').waitFor();
    await chained().getByText('Not in the launcher yet').waitFor();
    await chained().getByLabel('The role to switch from for 1 role').fill(`${own.name} · ${own.id} · ${own.roles[0]}`);
    await chained().getByRole('button', { name: 'Use it for all of them' }).click();
    await chained().getByText('Not in the launcher yet').waitFor({ state: 'detached' });
    for (const _ of ['the role to switch from', 'the import'])
      await told().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(settings).toBe(before);
  });

  test.runIf(isLong)(
    'thousands of chained roles of another tool’s file are taken over, the first hundred shown and any found',
    async () => {
      const before = await settings();
      const profiles = Array.from(
        { length: 5_000 },
        (_, at) => `[p${at}]\naws_account_id = ${500_000_000_000 + at}\nrole_name = Deploy\ncolor = 00ff00\n`,
      );
      await importing(profiles.join('\n'), 'config');
      await files().getByText('5,000 changes:').waitFor();
      await files().getByRole('button', { name: 'Apply' }).click();
      await told().getByText('5,000 changes applied.').waitFor();
      await chained().getByText('and 4,901 more roles').waitFor();
      expect(await chained().getByRole('listitem').count()).toBe(100);
      await chained().getByLabel('Accounts and roles').fill('p4999 deploy');
      expect(await chained().getByRole('listitem').allTextContents()).toEqual([
        expect.stringMatching(/p4999 500000004999 Deploy/),
      ]);
      await chained().getByLabel('Accounts and roles').fill('nobody’s');
      await chained().getByText('nobody’s').waitFor();
      await chained().getByLabel('Accounts and roles').fill('');
      await told().getByRole('button', { name: 'Undo' }).click();
      await expect.poll(settings).toBe(before);
      await chained().getByLabel('Accounts and roles').waitFor({ state: 'detached' });
    },
  );

  test('Ctrl+Z takes back what was done last, whichever section it was done in', async () => {
    const before = await settings();
    await chained().getByRole('button', { name: 'Remove: Customer Nord' }).click();
    await told().getByText('Customer Nord is removed.').waitFor();
    const between = await settings();
    await importing(JSON.stringify({ format: 'burgee-settings', version: 4, accounts: { [own.id]: { note: 'x' } } }));
    await files().getByRole('button', { name: 'Apply' }).click();
    await told().getByText('1 change applied.').waitFor();
    await options.keyboard.press('Control+z');
    await expect.poll(settings).toBe(between);
    await told().getByText('Customer Nord is removed.').waitFor();
    await options.keyboard.press('Control+z');
    await expect.poll(settings).toBe(before);
  });

  test('what was set in the launcher since an import stays when the import is taken back', async () => {
    await importing(JSON.stringify({ format: 'burgee-settings', version: 4, accounts: { [own.id]: { note: 'x' } } }));
    await files().getByRole('button', { name: 'Apply' }).click();
    await told().getByText('1 change applied.').waitFor();
    const key = `account|${startUrl}|${own.id}`;
    await say('pin', { key });
    await told().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(settings).not.toContain('"note"');
    expect(JSON.parse(await settings())).toMatchObject({ value: { settings: { pins: [key] } } });
    await say('unpin', { key });
  });

  test('a colour that a production account would share with another is warned of', async () => {
    const [production, development] = ['111111111111', '222222222222'];
    const accounts = { [production ?? '']: { colour: '#00aa00' }, [development ?? '']: { colour: '#00aa00' } };
    await importing(JSON.stringify({ format: 'burgee-settings', version: 4, accounts }));
    await files().getByText(`Careful: ${production} is a production account`).waitFor();
    await files().getByRole('button', { name: 'Cancel' }).click();
  });

  test('a portal in a file is added only when the person agrees to its host', async () => {
    const other = 'https://d-0987654321.awsapps.com/start';
    await importing(
      JSON.stringify({ format: 'burgee-settings', version: 4, portals: [{ startUrl: other, region: 'eu-west-1' }] }),
    );
    const agree = files().getByRole('button', { name: 'Apply' });
    await files().getByText('d-0987654321.awsapps.com alongside d-1234567890.awsapps.com').waitFor();
    expect(await agree.isDisabled()).toBe(true);
    await files().getByLabel('Add the portal').check();
    await agree.click();
    await options.getByRole('region', { name: other }).waitFor();
    const added = options.getByRole('region', { name: other });
    await added.getByRole('button', { name: 'Remove' }).click();
    await added.getByRole('group').getByRole('button', { name: 'Remove' }).click();
    await options.getByRole('region', { name: other }).waitFor({ state: 'detached' });
  });

  test('a team’s baseline fills in what is not set, and can be gone back to', async () => {
    const accounts = { [own.id]: { label: 'Team name', note: 'of the team' } };
    await importing(JSON.stringify({ format: 'burgee-settings', version: 4, accounts }));
    await files().getByLabel('Use it as the team’s baseline').check();
    await files().getByRole('button', { name: 'Apply' }).click();
    await files().getByText('lie on top of a team’s baseline').waitFor();
    expect(JSON.parse(await exported())).toMatchObject({ accounts });
    const mine = { accounts: { [own.id]: { label: 'My name' } } };
    await importing(JSON.stringify({ format: 'burgee-settings', version: 4, ...mine }));
    await files().getByRole('button', { name: 'Apply' }).click();
    await expect.poll(async () => JSON.parse(await exported())).toMatchObject(mine);
    const before = await settings();
    await files().getByRole('button', { name: 'Reset to the baseline' }).click();
    await expect.poll(async () => JSON.parse(await exported())).toMatchObject({ accounts });
    await told().getByText('2 changes applied.').waitFor();
    await told().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(settings).toBe(before);
  });

  test('a baseline that is taken back is none any more, and loads again', async () => {
    await files().getByRole('button', { name: 'Forget the baseline' }).click();
    await files().getByText('A file that your team shares.').waitFor();
    const before = await settings();
    const accounts = { '555555555555': { label: 'Team' } };
    for (const _ of ['the first time', 'again']) {
      await importing(JSON.stringify({ format: 'burgee-settings', version: 4, accounts }));
      await files().getByLabel('Use it as the team’s baseline').check();
      await files().getByText('1 change:').waitFor();
      await files().getByRole('button', { name: 'Apply' }).click();
      await files().getByText('lie on top of a team’s baseline').waitFor();
      await told().getByText('1 change applied.').waitFor();
      await options.keyboard.press('Control+z');
      await expect.poll(settings).toBe(before);
      await files().getByText('A file that your team shares.').waitFor();
    }
  });

  test('the file for the command line follows the words and the names that are asked for', async () => {
    await cli().getByLabel('Accounts and roles').first().fill(own.id);
    await cli()
      .getByText(`${own.roles.length} role${own.roles.length === 1 ? '' : 's'} chosen`)
      .waitFor();
    await cli().getByLabel('Names of the profiles').fill('{id}_{role}');
    const download = options.waitForEvent('download');
    await cli().getByRole('button', { name: 'Download the file' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toContain(`[sso-session d-1234567890]\nsso_start_url = ${startUrl}\n`);
    for (const role of own.roles) expect(text).toContain(`[profile ${own.id}_${role}]`);
    await cli().getByLabel('Names of the profiles').fill('{nonsense}');
    await cli().getByRole('alert').filter({ hasText: 'There is no field {nonsense}.' }).waitFor();
  });

  test('credentials are refused until they are switched on', async () => {
    const args = { portal: startUrl, accountId: own.id, roleName: own.roles[0] };
    const answer = await say('roleCredentials', args);
    expect(answer).toMatchObject({ ok: false, failure: { reason: 'refused' } });
    expect(await cli().getByRole('button', { name: 'Copy credentials' }).count()).toBe(0);
  });

  test('credentials go from AWS to the clipboard and nowhere else, say until when they hold, and leave after a minute', async () => {
    await options.clock.install();
    await options.bringToFront();
    await options.reload();
    await cli().getByLabel('Let me copy temporary credentials').check();
    await cli().getByRole('button', { name: 'Copy credentials' }).first().click();
    await cli().getByText('Copied. Valid until').waitFor();
    const copied = await pasted();
    expect(copied).toMatch(
      /^export AWS_ACCESS_KEY_ID='ASIA[A-Z0-9]+'\nexport AWS_SECRET_ACCESS_KEY='.+'\nexport AWS_SESSION_TOKEN='.+'\n$/,
    );
    const secret = /SECRET_ACCESS_KEY='(.+)'/.exec(copied)?.[1] ?? '';
    expect(await options.content()).not.toContain(secret);
    const stored = await options.evaluate(async () => {
      const { storage } = Reflect.get(globalThis, 'chrome') as {
        storage: Record<'local' | 'session', { get(): Promise<unknown> }>;
      };
      return JSON.stringify([await storage.local.get(), await storage.session.get()]);
    });
    expect(stored).not.toContain(secret);
    await options.clock.fastForward(61_000);
    await options.bringToFront();
    await expect.poll(pasted).toBe('');
  });

  test('the launcher copies them by a key, for the shell that the settings name', async () => {
    await cli().getByRole('combobox').selectOption('PowerShell');
    await expect.poll(() => say('preferences', {})).toMatchObject({ value: { credentialForm: 'powershell' } });
    const popup = await openLauncher(burgee);
    await expect.poll(async () => (await search(popup, own.id))[0]?.accountId).toBe(own.id);
    await popup.keyboard.press('Alt+c');
    await popup.getByText('Credentials copied. Valid until').waitFor();
    expect(await pasted()).toMatch(/^\$Env:AWS_ACCESS_KEY_ID = 'ASIA/);
    await cli().getByLabel('Let me copy temporary credentials').uncheck();
    // The shells go once it is stored.
    await cli().getByRole('combobox').waitFor({ state: 'detached' });
    await popup.bringToFront();
    await popup.keyboard.press('Alt+c');
    await popup.getByText('Copying credentials is switched off in the settings.').waitFor();
  });
});
