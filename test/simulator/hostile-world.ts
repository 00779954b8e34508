import type { WorldAccount, WorldPortal } from './world';

const names: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '{{7*7}} ${x} <%= y %>',
  'vart\u202Edorp\u202C-test',
  'zero\u200Bwidth\u2060joined',
  `zalgo${'\u0301\u0302\u0303'.repeat(66)}`,
  'X'.repeat(5_000),
  'one long name '.repeat(75_000),
  '',
  '   ',
  '__proto__',
  'constructor',
  'line\r\nbreak\ttab\u0000nul\uFEFFbom',
  'lone \uD800 surrogate',
  'مرحبا prod بالعالم',
  '支払い-本番',
  '🚩 flags 👩‍👩‍👧 here',
  'a&role_name=Admin#%2f..',
  "Robert'); DROP TABLE accounts;--",
  'payments-prod',
  'payments-prod',
];
const roles = ['Admin/../x', 'Role%2fName', 'A&role_name=Admin', 'Hash#Tag', "Quote'Role", 'Plain'];
const fine = { accountName: 'fine name', emailAddress: 'fine@example.com' };

const accounts: readonly WorldAccount[] = names.map((name, index) => ({
  id: String(600_000_000_000 + index),
  name,
  email: index % 2 ? '<b>x</b>@example.com' : 'mail?bcc=evil@example.com',
  roles: roles.slice(0, 1 + (index % roles.length)),
}));

/** Account rows that no client may take as they are: ids that are none, names that are no text, a row told twice. */
const strangeAccounts: readonly unknown[] = [
  { ...fine, accountId: '12345678901' },
  { ...fine, accountId: '1234567890123' },
  { ...fine, accountId: '1234-5678-9012' },
  { ...fine, accountId: 123_456_789_012 },
  { ...fine, accountId: 1.2e11 },
  { ...fine, accountId: '__proto__' },
  { ...fine, accountId: 'constructor' },
  { ...fine, accountId: null },
  { accountId: '700000000001', accountName: null, emailAddress: null },
  { accountId: '700000000002', accountName: 42, emailAddress: ['list@example.com'] },
  { accountId: '700000000003' },
  { accountId: '700000000004', ...fine, surprise: { nested: true } },
  { accountId: '600000000000', accountName: names[0], emailAddress: 'twice@example.com' },
  null,
  'not a row',
];

const strangeApps: readonly unknown[] = [
  { id: 'not-an-instance', name: 'bad id', applicationName: 'Slack', searchMetadata: null },
  { id: 'ins-00000000000000cc', name: null, applicationName: null, icon: 'javascript:alert(1)' },
  {
    id: 'ins-00000000000000dd',
    name: 'payments-prod',
    applicationName: 'Like an account',
    icon: 'http://x.example/a.png',
  },
  {
    id: 'ins-00000000000000ee',
    name: 'data icon',
    applicationName: 'Slack',
    icon: 'data:text/html,<script>1</script>',
  },
  null,
];

/** A directory whose names and rows attack whoever shows or stores them (what must happen: one row or none, text only). */
export const hostileDirectory: Pick<WorldPortal, 'accounts' | 'apps' | 'strangeAccounts' | 'strangeApps'> = {
  accounts,
  strangeAccounts,
  strangeApps,
  apps: [
    {
      id: 'ins-00000000000000aa',
      name: '<b>bold</b> app',
      kind: 'Custom SAML 2.0 application',
      url: 'https://bold.app.example/',
    },
    {
      id: 'ins-00000000000000bb',
      name: 'constructor',
      kind: 'Custom SAML 2.0 application',
      url: 'https://constructor.app.example/',
    },
  ],
};
