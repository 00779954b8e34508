import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestionMarkup, suggestionOf } from '../../../lib/model/omnibox';
import { emptyPersonal } from '../../../lib/model/personal';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { organisation } from '../../organisation/organisation';
import { styles } from '../../organisation/styles';

const at = { nowMs: 0, limit: 6 };
const plain = { directory: organisation(3_000), personal: emptyPersonal };

describe.each([plain, ...styles])('what the address bar offers', ({ directory, personal }) => {
  const index = buildIndex(directory, personal, 0);
  const firstOf = (words: string) => search(index, words, at).rows[0];

  test('finds the very row again by the words that it leaves there', () => {
    for (const words of ['prod', 'admin', 'dev s3 eu-west-1', 'a', 'read', 'slack', 'support']) {
      for (const row of search(index, words, at).rows) {
        const again = firstOf(suggestionOf(row, index, firstOf)?.content ?? '');
        const meant = row.entry.kind === 'account' ? [row.account?.id, row.roleName] : row.key;
        expect(row.entry.kind === 'account' ? [again?.account?.id, again?.roleName] : again?.key).toEqual(meant);
      }
    }
  });
});

test('a name that looks like markup is text', () => {
  expect(suggestionMarkup({ name: `<img src="x" onerror='y'>&`, detail: '</dim>' })).toBe(
    '&lt;img src=&quot;x&quot; onerror=&apos;y&apos;&gt;&amp; <dim>&lt;/dim&gt;</dim>',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(suggestionMarkup({ name, detail: '' })).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)/);
    }),
  );
});
