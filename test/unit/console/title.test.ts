import { describe, expect, test } from 'vitest';
import { withPrefix } from '../../../lib/console/title';

/** As a browser keeps a title. */
const kept = (title: string): string => title.trim().replace(/\s+/g, ' ');

describe('the title of a console tab', () => {
  test.each(['Instances | EC2', '', 'A ⚑ B'])(
    '“%s” has one prefix, however often and for whomever it is given',
    (own) => {
      const once = kept(withPrefix(kept(own), 'payments-dev'));
      expect(kept(withPrefix(once, 'payments-dev'))).toBe(once);
      const renamed = kept(withPrefix(once, 'payments-prod'));
      expect(renamed).not.toContain('payments-dev');
      expect(renamed.match(/payments-prod/g)).toHaveLength(1);
    },
  );

  test('is written as a browser keeps it, whatever a name has in it: what is kept otherwise is written for ever', () => {
    const once = withPrefix('Instances', ' 🔥  payments\u00a0 \tprod ');
    expect(kept(once)).toBe(once);
  });

  test('is the page’s own again once nothing is said any more', () => {
    expect(withPrefix(kept(withPrefix('Instances', 'payments-dev')), '')).toBe('Instances');
    expect(withPrefix(kept(withPrefix('', 'payments-dev')), '')).toBe('');
  });
});
