import { browser } from './native';
import type { Calls, Client } from '../model/call';
import { directoryReader } from './directory-reader';
import { repeatable } from '../model/repeatable';
import { connect } from './connect';
import { permissions } from './permissions';

const pages = { welcome: '/welcome.html', options: '/options.html', popup: '/popup.html' } as const;

/** The browser as a page of the extension uses it. */
export function createPageWorld<Served extends Calls>() {
  const background: Client<Served> = connect<Served>(repeatable);
  return {
    ...directoryReader,
    background,
    permissions,
    /** `address`: of a portal, for the page to begin with. */
    openPage(page: keyof typeof pages, address?: string): void {
      const hash = address === undefined ? '' : `#${new URLSearchParams({ address })}`;
      void browser.tabs.create({ url: `${browser.runtime.getURL(pages[page])}${hash}` });
    },
    onPermissions: permissions.onChange,
  };
}
