// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { pressedPath } from '../../../lib/console/pressed-path';

const roots = new Map<Element, ShadowRoot>();

/** A component with this inside, whose root tells this of what is at a point. */
function component(parent: Node, name: string, mode: 'open' | 'closed', inside: string, at: string): ShadowRoot {
  const host = document.createElement(name);
  parent.appendChild(host);
  const root = host.attachShadow({ mode });
  root.innerHTML = inside;
  Object.assign(root, { elementFromPoint: () => root.querySelector(at) });
  roots.set(host, root);
  return root;
}

/** A press as the window hears it, whose path ends at the outermost component. */
function press(host: Element, at: { clientX?: number; clientY?: number }): Event {
  return Object.assign(new Event('click'), at, { composedPath: () => [host, document.body, document] });
}

function controlOf(host: Element | null, at: { clientX?: number; clientY?: number }): string | undefined {
  if (!host) throw new Error('no component');
  const path = pressedPath(press(host, at), (one) => roots.get(one) ?? null) as Partial<Element>[];
  return path.find(({ tagName }) => tagName === 'BUTTON')?.textContent ?? undefined;
}

describe('the path of a press', () => {
  const buttons = '<button>Start</button><button id="d">Delete</button>';
  const there = { clientX: 10, clientY: 10 };
  beforeEach(() => {
    document.body.replaceChildren();
    roots.clear();
  });

  test('leads to what is pressed within a closed component', () => {
    component(document.body, 'x-app', 'closed', buttons, '#d');
    expect(controlOf(document.querySelector('x-app'), there)).toBe('Delete');
  });

  test('leads to what is pressed within the closed root of an ordinary element', () => {
    const outer = component(document.body, 'div', 'closed', '', 'section');
    component(outer, 'section', 'closed', buttons, '#d');
    expect(controlOf(document.querySelector('div'), there)).toBe('Delete');
  });

  test('leads on into an open component within a closed one', () => {
    const outer = component(document.body, 'x-app', 'closed', '', 'x-button');
    component(outer, 'x-button', 'open', buttons, '#d');
    expect(controlOf(document.querySelector('x-app'), there)).toBe('Delete');
  });

  test('is left as it is around an open component, whose inside is on it already', () => {
    component(document.body, 'x-app', 'open', buttons, '#d');
    expect(controlOf(document.querySelector('x-app'), there)).toBeUndefined();
  });

  test('leads to the focus where the press has no point', () => {
    const root = component(document.body, 'x-app', 'closed', buttons, 'p');
    Object.defineProperty(root, 'activeElement', { value: root.querySelector('#d') });
    expect(controlOf(document.querySelector('x-app'), { clientX: 0, clientY: 0 })).toBe('Delete');
    expect(controlOf(document.querySelector('x-app'), {})).toBe('Delete');
    expect(controlOf(document.querySelector('x-app'), there)).toBeUndefined();
  });
});
