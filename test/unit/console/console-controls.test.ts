// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { controlAt, dangerOf } from '../../../lib/console/danger';
import { destroying } from './controls-destroying';
import { doubtful } from './controls-doubtful';
import { harmless } from './controls-harmless';
import { pathOf, within } from './page';

/** The danger of what a press on `#x` would press. */
function judged(html: string): string {
  const control = controlAt(pathOf(within(html)));
  return control ? dangerOf(control) : 'none';
}

describe('a control of the consoles', () => {
  test.each(destroying)('that destroys is asked about: %s, %s', (_, html) => expect(judged(html)).toBe('sure'));
  test.each(doubtful)('that is in doubt is warned of: %s, %s', (_, html) => expect(judged(html)).toBe('likely'));
  test.each(harmless)('that does no harm is let be: %s, %s', (_, html) => expect(judged(html)).toBe('none'));
});
