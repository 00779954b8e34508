import { expect, test } from 'vitest';
import { stripStyle } from '../../../lib/model/strip';

const hostile = 'a"; } body { display: none } /* \\22 \n </style> 名 🚩 ';

test('nothing that a name holds leaves the string that it stands in', () => {
  const style = stripStyle(hostile, '#c8102e');
  const [, content = ''] = /content: "([^"]*)" !important/.exec(style) ?? [];
  expect(content.replace(/\\[0-9a-f]+ /g, '')).toMatch(/^[a-zA-Z0-9 ]*$/);
  const read = content.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  expect(read).toBe(hostile);
  expect(style.replace(content, '').match(/[{}]/g)).toEqual(['{', '}']);
});

test('an empty sentence takes the line away', () => {
  expect(stripStyle('', '#c8102e')).toContain('content: none !important');
});
