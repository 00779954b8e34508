import { expect, test } from 'vitest';
import { emptyPersonal } from '../../../lib/model/personal';
import type { StartUrl } from '../../../lib/model/portal';
import { lookupOf } from '../../../lib/model/row';
import { accountRow } from '../../../lib/model/row-of';
import { rowsInside } from '../../../lib/model/rows';
import { buildIndex } from '../../../lib/model/search-index';
import { organisation, portal } from '../../organisation/organisation';

const nowMs = Date.UTC(2030, 0, 1);
const other = { ...portal, startUrl: 'https://beta.awsapps.com/start' as StartUrl };
const { accounts } = organisation(20);
const twice = {
  portals: [portal, other],
  apps: [],
  accounts: [...accounts, ...accounts.map((account) => ({ ...account, portal: other.startUrl }))],
};

test.each(['', 'a', 'read', 's3'])(
  'inside an account “%s” finds nothing of another portal that lists it too',
  (typed) => {
    const index = buildIndex(twice, emptyPersonal, nowMs);
    for (const { startUrl } of [portal, other]) {
      const account = twice.accounts.find(
        (one) => one.portal === startUrl && one.roles?.includes('ReadOnlyAccess' as never),
      );
      if (!account) throw new Error('the organisation has an account that can be read');
      const inside = accountRow(account, emptyPersonal, index.habits);
      const found = rowsInside({ index, lookup: lookupOf(twice), nowMs }, inside, typed);
      const portals = found.map(({ entry }) =>
        entry.kind === 'role' || entry.kind === 'service' ? entry.portal : entry.kind,
      );
      expect(new Set(portals)).toEqual(new Set([startUrl]));
    }
  },
);
