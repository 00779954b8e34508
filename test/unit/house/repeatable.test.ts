import { expect, test } from 'vitest';
import { trust } from '../../../lib/background';
import { repeatable } from '../../../lib/model/repeatable';

/** They open a tab, lead one elsewhere, or keep what was there before. */
const once = [
  'applySettings',
  'chooseAccount',
  'colourAccount',
  'openApp',
  'openConsole',
  'openHere',
  'openPortal',
  'renewBeside',
  'reopenAs',
  'signIn',
];

test('of every call it is decided whether it may be made again after its answer was lost', () => {
  expect([...repeatable, ...once].toSorted()).toEqual([...new Set(Object.values(trust).flat())].toSorted());
});
