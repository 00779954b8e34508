export const MOST_FRAMES = 30;
export const DEEPEST = 3;

/** Events of the page reach its window too. */
type Heard = DocumentEventMap & WindowEventMap;

/** Listeners on the page's window that outlive whatever the page does to them. */
export interface Ears {
  /** `frames`: also in frames of the page that may be reached, those of its own origin. */
  on<Kind extends keyof Heard>(
    kind: Kind,
    heard: (event: Heard[Kind]) => void,
    options?: { readonly capture?: boolean; readonly passive?: boolean; readonly frames?: boolean },
  ): void;
  /** Puts them back: `document.open()` takes all listeners away, and frames come and go. Cheap where nothing is missing. */
  again(): void;
}

export function createEars(page: Document, signal: AbortSignal): Ears {
  const own: ((target: EventTarget) => void)[] = [];
  const everywhere: ((target: EventTarget) => void)[] = [];

  function again(): void {
    if (signal.aborted) return;
    const view = page.defaultView;
    if (!view) return;
    for (const listen of own) listen(view);
    page.addEventListener('load', again, { capture: true, signal });
    for (const frame of ownFrames(view, DEEPEST)) for (const listen of everywhere) listen(frame);
  }

  page.addEventListener('load', again, { capture: true, signal });
  return {
    on(kind, heard, { capture = false, passive = false, frames = false } = {}) {
      const listen = (target: EventTarget): void =>
        target.addEventListener(kind, heard as EventListener, { capture, passive, signal });
      own.push(listen);
      if (frames) everywhere.push(listen);
      const view = signal.aborted ? null : page.defaultView;
      if (!view) return;
      listen(view);
      if (frames) for (const frame of ownFrames(view, DEEPEST)) listen(frame);
    },
    again,
  };
}

/** The frames of a window that may be looked into. */
function ownFrames(view: Window, depth: number): Window[] {
  if (depth === 0) return [];
  const found: Window[] = [];
  for (let index = 0; index < Math.min(view.length, MOST_FRAMES); index += 1) {
    const frame = view[index];
    if (frame && isReachable(frame)) found.push(frame, ...ownFrames(frame, depth - 1));
  }
  return found;
}

function isReachable(frame: Window): boolean {
  try {
    return frame.document !== null;
  } catch {
    return false;
  }
}
