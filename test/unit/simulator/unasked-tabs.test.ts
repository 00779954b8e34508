import { describe, expect, test } from 'vitest';
import { type Happening, openedUnasked } from '../../e2e/unasked-tabs';

const portal = 'https://d-1234567890.awsapps.com/start/';
const launch = `${portal}#/console?account_id=111111111111&role_name=Admin`;
const act = (atMs: number): Happening => ({ kind: 'act', atMs });
const tab = (atMs: number, address: string): Happening => ({ kind: 'tab', atMs, address });

describe('a tab counts as opened without a click', () => {
  const cases: readonly (readonly [when: string, happenings: readonly Happening[], unasked: readonly string[]])[] = [
    ['where nobody did anything', [tab(1, portal)], [portal]],
    ['not where somebody did', [act(1), tab(2, portal)], []],
    ['where it came first', [tab(1, portal), act(2)], [portal]],
    ['as the second sign-in after one act', [act(1), tab(2, portal), tab(3, portal)], [portal]],
    ['not after an act of its own', [act(1), tab(2, portal), act(3), tab(4, portal)], []],
    ['long after the act', [act(1), tab(30_000, portal)], [portal]],
    ['not as one of several launches of one act', [act(1), tab(2, launch), tab(3, launch)], []],
    [
      'as a sign-in beside the launch that was meant',
      [act(1), tab(2, launch), tab(3, portal), tab(4, portal)],
      [portal],
    ],
    ['as a launch that nobody asked for', [tab(1, launch)], [portal]],
    ['not as a page of Burgee itself', [tab(1, 'chrome-extension://abc/welcome.html')], []],
  ];

  test.each(cases)('%s', (_, happenings, unasked) => {
    expect(openedUnasked(happenings)).toEqual(unasked);
  });
});
