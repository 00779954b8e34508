// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { controlAt, dangerOf } from '../../../lib/console/danger';
import { destroying } from './controls-destroying';
import { doubtful } from './controls-doubtful';
import { harmless } from './controls-harmless';

/** The danger of what a press on `#x` would press. */
function judged(html: string): string {
  document.body.innerHTML = html;
  const pointedAt = document.querySelector<HTMLElement>('#x');
  if (!pointedAt) throw new Error('no #x there');
  const control = controlAt(pathOf(pointedAt));
  return control ? dangerOf(control) : 'none';
}

function pathOf(node: HTMLElement): EventTarget[] {
  return node.parentElement ? [node, ...pathOf(node.parentElement)] : [node];
}

describe('a control of the consoles', () => {
  test.each(destroying)('that destroys is asked about: %s, %s', (_, html) => expect(judged(html)).toBe('sure'));
  test.each(doubtful)('that is in doubt is warned of: %s, %s', (_, html) => expect(judged(html)).toBe('likely'));
  test.each(harmless)('that does no harm is let be: %s, %s', (_, html) => expect(judged(html)).toBe('none'));
});
