import { expect, test } from 'vitest';
import { emptyPersonal } from '../../../lib/model/personal';
import { rehearsal } from '../../../lib/model/rehearsal';
import type { RowList } from '../../../lib/model/row-list';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { emptyDirectory } from '../../../lib/model/snapshot';
import { atOnce } from '../../../lib/model/steps';
import { organisation } from '../../organisation/organisation';

test('searches that were rehearsed change nothing of what is found, and their rows are drawn', () => {
  const directory = organisation(400);
  const rehearsed = buildIndex(directory, emptyPersonal, 0);
  let rows = 0;
  const draw = ({ length }: RowList): number => (rows += length);
  expect([...rehearsal(rehearsed, 0, draw)].length).toBeGreaterThan(100);
  expect(rows).toBeGreaterThan(1_000);
  const middle = directory.accounts[directory.accounts.length >> 1]?.name ?? '';
  for (const words of ['p', 'pay prod adm', middle, `${middle} rea`, 'dtaa lake']) {
    const keys = (index: typeof rehearsed): string[] =>
      search(index, words, { nowMs: 0, limit: 60 }).rows.map(({ key }) => key);
    expect(keys(rehearsed)).toEqual(keys(buildIndex(directory, emptyPersonal, 0)));
  }
});

test('a directory without accounts has nothing to rehearse, and that is no harm', () => {
  expect(() => atOnce(rehearsal(buildIndex(emptyDirectory, emptyPersonal, 0), 0, () => {}))).not.toThrow();
});
