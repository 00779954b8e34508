import type { Level } from '../model/level';

/** Every sentence that stands on a console page. */
export const levelNames: Readonly<Record<Level, string>> = {
  production: 'Production',
  staging: 'Staging',
  development: 'Development',
  sandbox: 'Sandbox',
  other: '',
};

export const words = {
  unknown: 'Burgee does not know whose console this is',
  conflict: 'This page contradicts itself about its account',
  stale: 'The session under this page was replaced',
  ended: 'This session has ended',
  orphaned: 'Burgee was updated or removed: reload this page',
  root: 'ROOT USER',
  signInAgain: 'Sign in again',
  menu: 'Burgee menu',
  copyId: 'Copy account number',
  copyLink: 'Copy link to this page',
  elsewhere: 'This page in another account…',
  copied: 'Copied',
  notCopied: 'Could not be copied',
  hide: 'Hide in this tab',
  loadedAs: (before: string, now: string): string => `This page was loaded as ${before}. You are now ${now}.`,
  reload: (now: string): string => `Reload as ${now}`,
  goBack: (before: string): string => `Go back to ${before}`,
  noWayBack: (before: string): string =>
    `No portal that Burgee knows lists ${before}. Sign in there yourself, then reload this page.`,
  reloadHere: 'Reload this page',
  justShow: 'Just show the page',
  guarded: (stopped: string, account: string): string => `Burgee stopped “${stopped}”. This is ${account}.`,
  allow: (account: string): string => `I mean ${account}: allow for 5 minutes`,
  cancel: 'Leave it',
  careful: (about: string, account: string): string => `Careful: “${about}” in ${account}`,
  isAccount: (label: string): string => `This is ${label}`,
  pasted: (label: string): string => `You pasted a number of ${label}`,
} as const;
