// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountInMenu } from '../../../lib/console/account-menu';

const tile = (text: string): string => `<button id="nav-usernameMenu"><div><span>${text}</span></div></button>`;
const details = (text: string): string => `<div data-testid="account-detail-menu"><p>ID</p><span>${text}</span></div>`;
const bar = (inside: string): string => `<div id="awsc-nav-header"><header><nav>${inside}</nav></header></div>`;

test.each([
  ['on its button', bar(tile('Account ID: 1111-1111-1111')), '111111111111'],
  ['in another language', bar(tile('アカウント ID: 1111-1111-1111')), '111111111111'],
  ['in its details alone', bar(tile('jane @ acme') + details('1111-1111-1111')), '111111111111'],
  ['twice', bar(tile('1111-1111-1111') + details('1111-1111-1111 1111-1111-1111')), '111111111111'],
  [
    'on its button, and in its details who switched to it',
    bar(tile('1111-1111-1111') + details('2222-2222-2222')),
    '111111111111',
  ],
  ['of two', bar(tile('') + details('1111-1111-1111, 2222-2222-2222')), undefined],
  ['of none', bar(tile('jane @ acme')), undefined],
  ['without hyphens', bar(tile('111111111111')), undefined],
  ['as part of a longer one', bar(tile('1111-1111-11112')), undefined],
  ['far behind what is read', bar(tile(`${'x '.repeat(1_000)}1111-1111-1111`)), undefined],
  ['elsewhere in the bar', bar('<a href="/">1111-1111-1111</a>'), undefined],
  ['elsewhere on the page', `${bar('')}<main>${details('1111-1111-1111')}</main>`, undefined],
])('the account in the console’s menu: %s', (_, markup, account) => {
  document.body.innerHTML = markup;
  expect(accountInMenu(document)).toBe(account);
});
