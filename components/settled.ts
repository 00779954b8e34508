import { useState } from 'preact/hooks';

/**
 * For a control that asks for a change: shows it anew once that has settled, whatever came of it. The browser keeps what
 * was clicked, and what stayed as it was would else be drawn no more.
 */
export function useSettled(): (change: Promise<unknown>) => void {
  const [, setTimes] = useState(0);
  return (change) => void change.finally(() => setTimes((times) => times + 1));
}
