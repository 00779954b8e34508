import { describe, expect, test } from 'vitest';
import { emptyPersonal } from '../../../lib/model/personal';
import { rowOfFound } from '../../../lib/model/row-of';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { organisation } from '../../organisation/organisation';

const directory = organisation(300);
const index = buildIndex(directory, emptyPersonal, 0);
const at = { nowMs: 0, limit: 60 };
const bucket = 'https://eu-west-1.console.aws.amazon.com/s3/buckets/my-bucket?region=eu-west-1';
const arn = 'arn:aws:s3:::my-bucket';
const pageOfArn = 'https://console.aws.amazon.com/go/view?arn=arn%3Aaws%3As3%3A%3A%3Amy-bucket';
const { id = '' } = directory.accounts.find(({ name }) => name === 'payments-dev') ?? {};

describe('words beside a page without an account choose the account', () => {
  test.each([
    [`payments dev ${bucket}`, bucket],
    [`${bucket} payments dev`, bucket],
    [`payments ${bucket} dev`, bucket],
    [`${id} "${bucket}"`, bucket],
    [`${arn} payments dev`, pageOfArn],
    [`payments dev ${arn}`, pageOfArn],
    [`${arn} ${id}`, pageOfArn],
  ])('%s', (text, destination) => {
    const { rows } = search(index, text, at);
    expect(rows[0]).toMatchObject({ account: { name: 'payments-dev' }, destination });
    expect(new Set(rows.map((row) => row.destination))).toEqual(new Set([destination]));
  });

  test('and the role', () => {
    const [first] = search(index, `payments dev read ${bucket}`, at).rows;
    expect(first).toMatchObject({ account: { name: 'payments-dev' }, roleName: 'ReadOnlyAccess', destination: bucket });
  });

  test('as the words alone find them, apart from apps and pages of services', () => {
    const alone = search(index, 'payments', at).rows.filter(({ entry }) => ['account', 'role'].includes(entry.kind));
    expect(search(index, `payments ${arn}`, at).rows.map(({ key }) => key)).toEqual(alone.map(({ key }) => key));
  });

  test('and find nothing where no account has them', () => {
    expect(search(index, `nosuchthing ${bucket}`, at).rows).toEqual([]);
    expect(search(index, `${arn} nosuchthing`, at).rows).toEqual([]);
  });
});

test('a page without an account is offered in the accounts that are used, as before', () => {
  const found = search(index, bucket, at).rows;
  expect(found).toHaveLength(5);
  expect(found.every(({ destination }) => destination === bucket)).toBe(true);
});

test('an ARN in a sentence is offered there too', () => {
  const sentence = `User is not authorized to perform s3:ListBucket on resource: ${arn}`;
  expect(search(index, sentence, at).rows).toHaveLength(5);
});

describe('a row says which page it opens', () => {
  test.each([
    [bucket, 'S3 · eu-west-1'],
    [`payments dev ${bucket}`, 'S3 · eu-west-1'],
    [arn, 'S3'],
    [`arn:aws:lambda:eu-west-1:${id}:function:pay`, 'Lambda · eu-west-1'],
    ['https://console.aws.amazon.com/iam/home#/roles', 'IAM Roles'],
    ['https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:', 'EC2 Instances · us-east-1'],
    ['https://eu-west-1.console.aws.amazon.com/nosuch/home', 'nosuch · eu-west-1'],
  ])('%s', (text, page) => {
    const [first] = search(index, text, at).rows;
    expect(first && rowOfFound(first, emptyPersonal)?.service).toBe(page);
  });

  test('and of an account alone says none', () => {
    const [first] = search(
      index,
      `arn:aws:sts::${id}:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/a`,
      at,
    ).rows;
    expect(first && rowOfFound(first, emptyPersonal)?.service).toBeUndefined();
  });
});
