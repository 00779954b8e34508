import { later } from './later';

const LATEST_MS = 1_000;

/**
 * Runs tasks once the page has been painted for the first time, each once; at once where that is past. A page that
 * nobody sees is not painted: it waits for nothing.
 */
export function createFirstPaint(page: Document, signal: AbortSignal): (task: () => void) => void {
  let isPast = false;
  const waiting = new Set<() => void>();
  const past = (): void => {
    if (isPast) return;
    isPast = true;
    observer.disconnect();
    for (const task of waiting) if (!signal.aborted) task();
  };
  const observer = new PerformanceObserver(past);
  observer.observe({ type: 'paint', buffered: true });
  later(page.visibilityState === 'visible' ? LATEST_MS : 0, past, signal);
  return (task) => void (isPast ? task() : waiting.add(task));
}
