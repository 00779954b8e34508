import { describe, expect, test } from 'vitest';
import { emptyPersonal } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { organisation } from '../../organisation/organisation';

const directory = organisation(300);
const index = buildIndex(directory, emptyPersonal, 0);
const { id = '' } = directory.accounts.find(({ name }) => name === 'data-platform-dev') ?? {};
const dashed = `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`;

describe('an account’s number in copied text finds the account in the role that the text names', () => {
  test.each([
    [`${dashed}/ReadOnlyAccess`],
    [`${dashed}_ReadOnlyAccess`],
    [`ReadOnlyAccess/jane.doe@example.com @ ${dashed}`],
    [`Account ID: ${dashed} Federated user: AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/jane`],
    [`${id} AWSReservedSSO_ReadOnlyAccess_0123456789abcdef`],
    [`${id}/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef`],
    [`sso_account_id = ${id} sso_role_name = ReadOnlyAccess`],
    [`ReadOnlyAccess-${id}`],
    [`ReadOnlyAccess@${id}`],
    [`${id}-ReadOnlyAccess`],
    [`${id}:role/ReadOnlyAccess`],
    [`aws sso login --profile ReadOnlyAccess-${id}`],
    [`AWS_PROFILE=ReadOnlyAccess-${id}`],
  ])('%s', (text) => {
    expect(firstOf(text)).toBe('data-platform-dev|ReadOnlyAccess');
  });
});

describe('an account’s number in copied text finds the account in its usual role', () => {
  test.each([
    [`"AccountId": "${id}",`],
    [`sso_account_id = ${id}`],
    [`NoSuchRole-${id}`],
    [`An error occurred (AccessDenied) when calling GetObject in ${id}`],
    [`NoSuchRole/jane.doe@example.com @ ${dashed}`],
    [`Account ID: ${dashed} Federated user: AWSReservedSSO_NoSuchRole_0123456789abcdef/jane`],
  ])('%s', (text) => {
    expect(firstOf(text)).toBe('data-platform-dev|AdministratorAccess');
  });
});

test('words that fit beside a number mean what they always mean', () => {
  expect(firstOf(`${id} s3`)).toBe('data-platform-dev|AdministratorAccess/s3');
  expect(firstOf(`${id} sso`)).toBe('data-platform-dev|AdministratorAccess/identitycenter');
});

test('words that were typed beside a number and fit nothing find nothing', () => {
  expect(firstOf(`${id} nosuchthing`)).toBe('nothing');
  expect(firstOf(`${dashed} nosuchthing`)).toBe('nothing');
});

test('a number that no account has finds none', () => {
  expect(firstOf('ReadOnlyAccess/jane.doe@example.com @ 0000-0000-0001')).toBe('nothing');
});

function firstOf(text: string): string {
  const [row] = search(index, text, { nowMs: 0, limit: 9 }).rows;
  if (!row) return 'nothing';
  const page = row.entry.kind === 'service' ? `/${row.entry.service}` : '';
  return `${row.account?.name}|${row.roleName}${page}`;
}
