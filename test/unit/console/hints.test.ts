import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHints } from '../../../lib/console/hints';

const point = { left: 1, top: 1 };

/** Hints over a label that keeps what stands there. */
function hinted() {
  const standing = new Set<string>();
  const ending = new AbortController();
  const hint = (text: string): (() => void) => {
    standing.add(text);
    return () => void standing.delete(text);
  };
  return { hints: createHints({ hint }, (ms, task) => void setTimeout(task, ms), ending.signal), standing, ending };
}

describe('words beside the label', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('stay for longer, the more there is to read', () => {
    const { hints, standing } = hinted();
    hints.tell('x'.repeat(80), '#000');
    vi.advanceTimersByTime(7_500);
    expect(standing.size).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(standing.size).toBe(0);
    hints.tell('short', '#000');
    vi.advanceTimersByTime(4_500);
    expect(standing.size).toBe(0);
  });

  test('give way to newer ones, whose time is their own', () => {
    const { hints, standing } = hinted();
    hints.tell('first', '#000');
    vi.advanceTimersByTime(3_000);
    hints.tell('later', '#000');
    expect([...standing]).toEqual(['later']);
    vi.advanceTimersByTime(3_000);
    expect([...standing]).toEqual(['later']);
  });

  test('are not taken away by what the pointer passes', () => {
    const { hints, standing } = hinted();
    hints.tell('told', '#000');
    hints.explain('under the pointer', '#000', point);
    expect([...standing]).toEqual(['told', 'under the pointer']);
    hints.leave();
    expect([...standing]).toEqual(['told']);
  });

  test('explain what lies under the pointer for as long as it lies there', () => {
    const { hints, standing } = hinted();
    hints.tell('told', '#000');
    hints.explain('under the pointer', '#000', point);
    vi.advanceTimersByTime(60_000);
    expect([...standing]).toEqual(['under the pointer']);
  });

  test('go with the script', () => {
    const { hints, standing, ending } = hinted();
    hints.tell('told', '#000');
    hints.explain('under the pointer', '#000', point);
    ending.abort();
    expect(standing.size).toBe(0);
  });
});
