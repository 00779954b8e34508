import { describe, expect, test, vi } from 'vitest';
import type { ToolbarButton } from '../../../lib/model/toolbar-button';
import { succeed } from '../../../lib/model/failure';
import { emptyDirectory } from '../../../lib/model/snapshot';
import { unreadStatus } from '../../../lib/model/status';
import { createSettings, type SettingsWorld } from '../../../lib/state/settings';
import { createUndo } from '../../../lib/state/undo';
import { createWelcome, type WelcomeWorld } from '../../../lib/state/welcome';
import { parsePortalAddress } from '../../../lib/model/portal';

const address = 'https://d-1234567890.awsapps.com/start';
const parsed = parsePortalAddress(address);
if (!parsed.ok) throw new Error('not a portal');
const { startUrl } = parsed.address;

describe('hosts are asked for before anything is awaited, for Firefox takes it for no click after that:', () => {
  const background = new Proxy({}, { get: () => async () => succeed() }) as WelcomeWorld['background'];
  const request = vi.fn<(origins: readonly string[]) => Promise<boolean>>(async () => true);
  const world = {
    read: async () => ({ directory: emptyDirectory }),
    readStatus: async () => unreadStatus,
    onStatus: () => () => {},
    background,
    now: () => 0,
    openPage: () => {},
  };

  const readToolbarButton = async (): Promise<ToolbarButton> => ({ hotkey: '', isInSight: true });

  function welcome(): ReturnType<typeof createWelcome> {
    return createWelcome({
      ...world,
      permissions: { request },
      openFollowed: () => () => {},
      readToolbarButton,
      pasted: '',
    });
  }

  function settings(): ReturnType<typeof createSettings> {
    const permissions: SettingsWorld['permissions'] = {
      request,
      missing: async () => [],
      requestTabGroups: async () => true,
      requestContainers: async () => true,
      releaseContainers: async () => {},
    };
    const page = { hasContainers: false, onPermissions: () => {}, copy: async () => true, forgetFirstRows: () => {} };
    return createSettings({ ...world, ...page, permissions }, createUndo());
  }

  test.each<[what: string, click: () => Promise<void>]>([
    [
      'to connect a portal',
      () => {
        const page = welcome();
        page.address.value = address;
        return page.connect();
      },
    ],
    ['for the region of a portal', () => welcome().allowApi(['https://portal.sso.eu-west-1.amazonaws.com/*'])],
    [
      'to sign in with AWS on the welcome page',
      () => welcome().signInWithAws({ startUrl, region: 'eu-west-1', partition: 'aws', name: '' }),
    ],
    ['to sign in with AWS in the settings', () => settings().signInWithAws(startUrl, 'eu-west-1')],
    ['in the settings', () => settings().allow(['https://console.amazonaws.cn/*'])],
  ])('%s', async (_, click) => {
    request.mockClear();
    const clicked = click();
    expect(request).toHaveBeenCalledOnce();
    await clicked;
  });
});
