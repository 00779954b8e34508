/**
 * Calls that may be made again where the answer was lost with the worker: the second changes nothing that the first has
 * not. What opens a tab or leads one elsewhere is not among them.
 */
export const repeatable = [
  'connectPortal',
  'consoleSeen',
  'diagnostics',
  'forgetPortal',
  'hide',
  'pin',
  'portalSeen',
  'portalSignedIn',
  'portalSignedOut',
  'preferences',
  'refresh',
  'refreshAccount',
  'rename',
  'resume',
  'roleCredentials',
  'setBaseline',
  'setChained',
  'setDefaults',
  'setPreferences',
  'settings',
  'shareLink',
  'signOut',
  'unhide',
  'unpin',
  'want',
  'whoIs',
] as const;
