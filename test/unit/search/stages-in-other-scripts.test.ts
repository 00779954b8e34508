import { describe, expect, test } from 'vitest';
import type { Account, Directory } from '../../../lib/model/directory';
import { highlight } from '../../../lib/model/highlight';
import { emptyPersonal } from '../../../lib/model/personal';
import { queryWords } from '../../../lib/model/fold';
import { search } from '../../../lib/model/search';
import { buildIndex } from '../../../lib/model/search-index';
import { account, portal, role } from '../../organisation/organisation';

type Named = string | readonly [name: string, email: string];

/** What words find among these accounts, the best first. */
function found(typed: string, ...all: readonly Named[]): (string | undefined)[] {
  const accounts = all.map((one, at): Account => {
    const [name, email] = typeof one === 'string' ? [one, ''] : one;
    const id = account(`${100_000_000_000 + at}`);
    return { portal: portal.startUrl, id, name, nameAltered: false, email, roles: [role('AdministratorAccess')] };
  });
  const directory: Directory = { portals: [portal], accounts, apps: [] };
  const { rows } = search(buildIndex(directory, emptyPersonal, 0), typed, { nowMs: 0, limit: 20 });
  return [...new Set(rows.map((row) => row.account?.name))];
}

describe('a stage is found in whatever script it is typed or written', () => {
  test.each([
    ['staging', 'ステージング', '決済'],
    ['stg 決済', '決済ステージング', '決済本番'],
    ['ステージング', 'acme-stg', 'acme-prod'],
    ['サンドボックス', 'acme-sandbox', 'acme-dev'],
    ['prod', '운영', '개발'],
    ['prod 결제', '결제운영', '결제개발'],
    ['운영', 'acme-prod', 'acme-dev'],
    ['개발', 'acme-dev', 'acme-prod'],
    ['支付 prod', '支付生产', '支付测试'],
    ['支付 test', '支付测试', '支付生产'],
    ['支付 dev', '支付开发', '支付生产'],
  ])('%s finds %s and not %s', (typed, meant, other) => {
    expect(found(typed, other, meant)).toEqual([meant]);
  });

  test.each(['非本番', '预生产', '비운영'])('prod finds what denies it, %s, behind what says it', (denied) => {
    expect(found('prod', denied, '決済本番')).toEqual(['決済本番', denied]);
  });

  test('and is marked where it stands', () => {
    expect(highlight({ name: '支付生产' }, queryWords('prod'))).toEqual([{ field: 'name', start: 2, end: 4 }]);
  });
});

test('a word with a long vowel is a word also inside of another one', () => {
  expect(found('サーバー', ['acme', 'サーバー@example.com'], '本番サーバー')).toEqual(['本番サーバー', 'acme']);
});
