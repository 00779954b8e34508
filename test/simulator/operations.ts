const portalCalls: readonly (readonly [path: RegExp, op: string])[] = [
  [/^\/assignment\/accounts\/?$/, 'ListAccounts'],
  [/^\/assignment\/roles\/?$/, 'ListAccountRoles'],
  [/^\/federation\/credentials\/?$/, 'GetRoleCredentials'],
  [/^\/federation\/console\/?$/, 'FederateConsole'],
  [/^\/instance\/appinstances\/?$/, 'ListAppInstances'],
  [/^\/instance\/appinstance\/[^/]+\/profiles\/?$/, 'ListAppProfiles'],
  [/^\/user\/?$/, 'GetUser'],
  [/^\/token\/whoAmI\/?$/, 'WhoAmI'],
  [/^\/logout\/?$/, 'Logout'],
];
const oidcCalls: readonly (readonly [path: RegExp, op: string])[] = [
  [/^\/client\/register\/?$/, 'RegisterClient'],
  [/^\/device_authorization\/?$/, 'StartDeviceAuthorization'],
  [/^\/token\/?$/, 'CreateToken'],
];

/** The name of an API call for the ledger and for faults; '' for pages and preflights. */
export function operationOf(kind: string, method: string, path: string): string {
  if (method === 'OPTIONS') return '';
  const calls = kind === 'portal-api' ? portalCalls : kind === 'oidc' ? oidcCalls : [];
  return calls.find(([pattern]) => pattern.test(path))?.[1] ?? '';
}
