// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { type EarlyEvents, hearEarly } from '../../../lib/browser/early-events';

describe('keys and clicks that come before the launcher', () => {
  let field: HTMLInputElement;
  let button: HTMLButtonElement;
  let early: EarlyEvents;
  let heard: string[];

  beforeEach(() => {
    field = document.createElement('input');
    button = document.createElement('button');
    document.body.replaceChildren(field, button);
    early = hearEarly(document, field);
    heard = [];
  });

  function press(key: string, modifiers: KeyboardEventInit = {}): boolean {
    return field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
  }

  /** What the launcher hears of it once it listens. */
  function played(): string[] {
    const again = early.end();
    field.addEventListener('keydown', ({ key, ctrlKey }) => heard.push(ctrlKey ? `Ctrl+${key}` : key));
    button.addEventListener('click', () => heard.push('click'));
    again();
    return heard;
  }

  test('come again in their order, with what was held down', () => {
    press('ArrowDown');
    press('Enter', { ctrlKey: true });
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(played()).toEqual(['ArrowDown', 'Ctrl+Enter', 'click']);
  });

  test('come only once', () => {
    press('Enter');
    const again = early.end();
    field.addEventListener('keydown', ({ key }) => heard.push(key));
    again();
    again();
    expect(heard).toEqual(['Enter']);
  });

  test('do nothing where other words were typed since', () => {
    press('Enter');
    field.value = 'dev';
    expect(played()).toEqual([]);
  });

  test('are the browser’s own where they write, mark or lead back', () => {
    const own = ['a', 'Backspace', 'Escape', 'ArrowLeft', '?'].map((key) => press(key));
    expect([...own, press('Tab', { shiftKey: true }), press('Enter', { isComposing: true })]).not.toContain(false);
    expect(played()).toEqual([]);
  });

  test('neither leave the field nor scroll, where they are the launcher’s', () => {
    expect(['Tab', 'ArrowDown', 'Enter'].map((key) => press(key))).toEqual([false, false, false]);
  });

  test('wait for a word that is being put together', async () => {
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    const order: string[] = [];
    const done = early.composed().then(() => order.push('taken over'));
    order.push('put together');
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await done;
    expect(order).toEqual(['put together', 'taken over']);
  });
});
