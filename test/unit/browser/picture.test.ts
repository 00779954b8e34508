// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { drawn, type Picture, pictureOf } from '../../../lib/browser/picture';

describe('a picture of the launcher', () => {
  test('has the elements, attributes and texts that the page has, each text by itself', () => {
    const row: Picture = ['div', { role: 'option', style: 'top: 52px;' }, '(', 'altered', ')', ['bdi', {}, 'prod']];
    expect(pictureOf(drawn(document, row))).toEqual(row);
    expect(drawn(document, row).childNodes).toHaveLength(4);
  });

  test('draws the flag as a drawing', () => {
    const mark = drawn(document, ['div', {}, ['svg', { viewBox: '0 0 16 16' }, ['path', { d: 'M2 1' }]]]);
    expect([...mark.querySelectorAll('*')].map(({ namespaceURI }) => namespaceURI)).toEqual([
      'http://www.w3.org/2000/svg',
      'http://www.w3.org/2000/svg',
    ]);
  });

  test('shows a hostile name as text', () => {
    const name = '<img src=x onerror=alert(1)>';
    const row = drawn(document, ['span', { title: name }, name]);
    expect(row.textContent).toBe(name);
    expect(row.children).toHaveLength(0);
  });

  test.each<[what: string, picture: unknown]>([
    ['a script', ['div', {}, ['script', { src: 'https://evil.example' }]]],
    ['a frame', ['iframe', {}]],
    ['a handler', ['div', { onclick: 'alert(1)' }]],
    ['what is no picture', [{}, null]],
    ['a number as an element', [['div'], {}]],
  ])('with %s is none', (_, picture) => {
    expect(() => drawn(document, picture as Picture)).toThrow(TypeError);
  });
});
