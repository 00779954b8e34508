// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { controlAt, saysOf } from '../../../lib/console/danger';
import { danger, pathOf, within } from './page';

const pressedAt = (html: string): string | undefined => controlAt(pathOf(within(html)))?.className;

describe('a press', () => {
  test.each([
    ['what is listened to', '<div class=it onclick="go()"><b id=x>Delete</b></div>'],
    ['what the keyboard reaches', '<div class=it tabindex=0><b id=x>Delete</b></div>'],
    ['what has a hand as its pointer', '<div class=it id=x style="cursor: pointer">Delete</div>'],
    ['a choice rather than the entry around it that says less', list('<input class=it id=x type=checkbox checked>')],
    [
      'a control rather than the choice in it that does less',
      '<a class=it href="#">Delete <b id=x role=radio>x</b></a>',
    ],
    [
      'what may do harm, not what does none',
      opened('<a class=out href="#">Go <b class=it id=x role=radio>Yes</b></a>'),
    ],
    ['the nearest control where nothing does harm', '<a class=out href="#">Go <button class=it id=x>On</button></a>'],
    ['the nearest control where both do', '<a class=out href="#">Delete <button class=it id=x>Delete</button></a>'],
    ['what surely does harm, not what may', '<a class=it href="#">Delete <b id=x role=radio>Disable</b></a>'],
  ])('is one of %s', (_, html) => {
    expect(pressedAt(html)).toBe('it');
  });

  function opened(inside: string): string {
    return `<fieldset><legend>Public access</legend>${inside}</fieldset>`;
  }

  function list(choice: string): string {
    return `<div class=out role=option><label>${choice} Deletion protection</label></div>`;
  }

  test.each([
    ['a text', '<div class=it><b id=x>Delete</b></div>'],
    ['what only scripts give the focus', '<div class=it tabindex=-1><b id=x>Delete</b></div>'],
    ['what is reached to be scrolled', '<div class=it role=region tabindex=0><b id=x>Delete</b></div>'],
    ['what says more than a control does', `<div class=it onclick="go()"><b id=x>Delete</b> ${'x '.repeat(40)}</div>`],
    ['what is far above', '<div class=it onclick="go()"><i><i><i><b id=x>Delete</b></i></i></i></div>'],
    ['what is around a field', '<div class=it onclick="go()"><input id=x></div>'],
    ['a form', '<form class=it onclick="go()"><b id=x>Delete</b></form>'],
  ])('is none of %s', (_, html) => {
    expect(pressedAt(html)).toBeUndefined();
  });
});

describe('a press within a component', () => {
  /** What a press on `#x`, inside of a component that stands in this page as `#host`, is of. */
  function inside(html: string, shadow: string): string | undefined {
    document.body.innerHTML = html;
    const host = document.querySelector<HTMLElement>('#host');
    const root = host?.attachShadow({ mode: 'open' });
    if (!host || !root) return undefined;
    root.innerHTML = shadow;
    const pressed = root.querySelector<HTMLElement>('#x');
    // A root is no element, and for a browser matches nothing.
    const standIn = Object.assign(new EventTarget(), { host, mode: 'open' });
    return pressed ? controlAt([...pathOf(pressed), standIn, ...pathOf(host)])?.id : undefined;
  }

  test('is one of the component where that says what it does', () => {
    expect(inside('<x-button id=host aria-label=Delete></x-button>', '<button id=x>Go</button>')).toBe('host');
    const wordy = `<x-button id=host role=button aria-label=Delete>${'x '.repeat(50)}</x-button>`;
    expect(inside(wordy, '<button id=x>Go</button>')).toBe('host');
  });

  test('is one of the control in it where the component is much more than that, or where somebody writes', () => {
    const page = `<x-page id=host aria-label=Delete>${'x '.repeat(50)}</x-page>`;
    expect(inside(page, '<button id=x>Go</button>')).toBe('x');
    expect(inside('<x-field id=host aria-label=Delete></x-field>', '<input id=x>')).toBeUndefined();
  });
});

describe('what a control says', () => {
  test('is short, and what is not blank', () => {
    expect(saysOf(within(`<button id=x title=" Delete ">   </button>`))).toBe('Delete');
    expect(saysOf(within(`<button id=x>${'Delete '.repeat(40)}</button>`))).toHaveLength(80);
  });

  test.each([
    ['<button id=x><b>Delete</b><i>bucket</i></button>', 'sure'],
    ['<button id=x>Un<mark>delete</mark> table</button>', 'none'],
    ['<button id=x><mark>Delete</mark>d items</button>', 'none'],
    ['<button id=x><b>delete</b><b>-old-logs</b></button>', 'none'],
    ['<button id=x><b>logs_</b><b>delete</b></button>', 'none'],
  ])('is read part by part, but not across what only marks a part: %s', (html, says) => {
    expect(danger(html)).toBe(says);
  });

  test.each([
    ['eight words are all read', 'Now go and really do terminate that instance', 'sure'],
    ['of nine the first are', 'Now go and really do terminate that old instance', 'none'],
    [
      'where no spaces part words, so is all of what is short',
      `${'選択した'.repeat(7)}ものを削除しますので注意`,
      'sure',
    ],
    ['it does not matter how it is laid out', 'Make\n      public', 'sure'],
  ])('is read as a person reads it: %s', (_, text, says) => {
    expect(danger(`<button id=x>${text}</button>`)).toBe(says);
  });

  test.each([
    ['<ul><li role=presentation data-testid=delete-item><b id=x role=menuitem>Weiter</b></li></ul>', 'sure'],
    ['<ul><li data-testid=delete-item><b id=x role=menuitem>Weiter</b></li></ul>', 'none'],
    ['<input id=x type=button value=delete-selected>', 'sure'],
    ['<button id=x value=delete-selected>delete-selected</button>', 'none'],
  ])('is told by ids too, its own or those of what lays it out: %s', (html, says) => {
    expect(danger(html)).toBe(says);
  });
});

describe('a box or switch in a group that opens something up', () => {
  const group = (inside: string): string => `<fieldset><legend>Public access</legend>${inside}</fieldset>`;

  test.each([
    group('<input id=x type=checkbox>'),
    group('<b id=x role=switch aria-checked=false>Enable</b>'),
    group('<b id=x role=switch aria-checked=false></b>'),
    group('<input id=x type=radio aria-label=Yes title="Opens it">'),
    group('<input id=x type=radio aria-label=None title="No check">').replace('Public access', 'Authorization type'),
  ])('is warned of where it is switched on: %s', (html) => {
    expect(danger(html)).toBe('likely');
  });

  test.each([
    group('<input id=x type=checkbox checked>'),
    group('<input id=x type=checkbox aria-label="Do not allow">'),
    group('<b id=x role=switch aria-checked=true>Enable</b>'),
    group('<b id=x role=switch aria-checked=false>Do not allow</b>'),
    group('<button id=x>Yes</button>'),
  ])('is let be where it is not: %s', (html) => {
    expect(danger(html)).toBe('none');
  });
});
