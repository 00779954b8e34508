import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountId, parseAccountId, parseRoleName, type RoleName } from '../../../lib/model/account';
import type { Directory } from '../../../lib/model/directory';
import type { StartUrl } from '../../../lib/model/portal';
import { packDirectory, unpackDirectory } from '../../../lib/model/snapshot';

const one = 'https://d-1234567890.awsapps.com/start' as StartUrl;
const two = 'https://other.awsapps.com/start' as StartUrl;

const id = fc
  .stringMatching(/^\d{12}$/)
  .map((text) => parseAccountId(text))
  .filter((value): value is AccountId => value !== undefined);
const role = fc
  .stringMatching(/^[\w+=,.@-]{1,32}$/)
  .map((text) => parseRoleName(text))
  .filter((value): value is RoleName => value !== undefined);
const directory: fc.Arbitrary<Directory> = fc.record({
  portals: fc.constant([
    { startUrl: one, region: 'eu-west-1', partition: 'aws' as const, name: '' },
    { startUrl: two, region: 'us-east-1', partition: 'aws' as const, name: 'Other' },
  ]),
  accounts: fc.array(
    fc.record({
      portal: fc.constantFrom(one, two),
      id,
      name: fc.string(),
      nameAltered: fc.boolean(),
      email: fc.string(),
      roles: fc.option(fc.array(role), { nil: undefined }),
    }),
  ),
  apps: fc.array(
    fc.record({
      portal: fc.constantFrom(one, two),
      id: fc.string({ minLength: 1 }),
      name: fc.string(),
      kind: fc.string(),
    }),
  ),
});

describe('the packed directory', () => {
  test('unpacks to what was packed', () => {
    fc.assert(
      fc.property(directory, (whole) => {
        expect(unpackDirectory(packDirectory(whole))).toEqual(whole);
      }),
    );
  });

  test.each(['', '{', '[]', 'null', '{"format":99}', '{"format":1,"portals":[1],"roles":[],"accounts":[],"apps":[]}'])(
    '%s is none',
    (text) => {
      expect(unpackDirectory(text)).toBeUndefined();
    },
  );
});
