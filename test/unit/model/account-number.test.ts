import { expect, test } from 'vitest';
import { accountNumberIn } from '../../../lib/model/account-number';

test.each([
  ['111122223333', '1111-2222-3333'],
  ['Account 1111-2222-3333, prod', '1111-2222-3333'],
  ['1111 2222 3333', '1111-2222-3333'],
  ['arn:aws:iam::111122223333:role/deploy', '1111-2222-3333'],
  ['11112222333', undefined],
  ['1111222233334', undefined],
  ['payments prod 1111', undefined],
])('%s', (text, number) => {
  expect(accountNumberIn(text)).toBe(number);
});
