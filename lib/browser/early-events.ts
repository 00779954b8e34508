export type EarlyEvents = ReturnType<typeof hearEarly>;

const commands = new Set(['Enter', 'Tab', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']);

/** A key that the launcher answers and that writes nothing. */
function isCommand({ key, altKey, ctrlKey, shiftKey, isComposing }: KeyboardEvent): boolean {
  if (isComposing || (key === 'Tab' && shiftKey)) return false;
  return commands.has(key) || (altKey && !ctrlKey && key.length === 1);
}

/** Holds keys and clicks for a page that is on screen before it can answer; letters go to the field by themselves. */
export function hearEarly(page: Document, field: HTMLInputElement) {
  const early: (() => void)[] = [];
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  let composed: Promise<void> | undefined;

  /** Once more, unless other words were typed since. */
  function hold(event: Event, target: EventTarget | null, again: () => Event): void {
    const words = field.value;
    event.preventDefault();
    early.push(() => void (field.value === words && target?.dispatchEvent(again())));
  }

  page.addEventListener(
    'keydown',
    (event) => {
      if (isCommand(event)) hold(event, field, () => new KeyboardEvent('keydown', event));
    },
    options,
  );
  page.addEventListener('click', (event) => hold(event, event.target, () => new MouseEvent('click', event)), options);
  page.addEventListener(
    'compositionstart',
    () => {
      composed = new Promise((done) => page.addEventListener('compositionend', () => done(), { once: true }));
    },
    options,
  );

  return {
    /** Settles when no word is being put together that a change of the page would break off. */
    composed: async (): Promise<void> => composed,
    /** Hears nothing more from here on; gives what to do once the page answers. */
    end(): () => void {
      stop.abort();
      return () => {
        for (const act of early.splice(0)) act();
      };
    },
  };
}
