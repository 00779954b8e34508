// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { LauncherNotice } from '../../../components/launcher-notice';
import type { Failure } from '../../../lib/model/failure';
import type { StartUrl } from '../../../lib/model/portal';
import type { Launcher } from '../../../lib/state/launcher';

const [first, second] = ['one', 'two'].map((name) => `https://${name}.awsapps.com/start` as StartUrl) as [
  StartUrl,
  StartUrl,
];

test.each([
  [{ reason: 'signed-out', portal: second }, 'two', second],
  [{ reason: 'signed-out', portal: first }, 'one', first],
] as const satisfies readonly (readonly [Failure, string, StartUrl])[])(
  'what failed at a portal names it and leads to it: %j',
  (failure, name, portal) => {
    const signIn = vi.fn<Launcher['signIn']>();
    const portals = [first, second].map((startUrl) => ({ portal: { startUrl, name: '' } }));
    const launcher = {
      unmarked: signal([]),
      isStuck: signal(false),
      summary: signal({ portals }),
      failure: signal(failure),
      told: signal(undefined),
      sessions: signal(undefined),
      signIn,
    } as unknown as Launcher;
    const page = document.createElement('div');
    render(<LauncherNotice launcher={launcher} />, page);
    expect(page.textContent).toContain(`${name}: `);
    page.querySelector('button')?.click();
    expect(signIn).toHaveBeenCalledWith(portal);
  },
);
