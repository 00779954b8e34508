import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

interface Typed {
  readonly currentTarget: HTMLInputElement;
}

/**
 * For a text field: what is typed counts once the field is left, and stands there until then. Where the page is left
 * before, it counts too; the browser tells no change then.
 */
export function useDraft(text: string, onText: (text: string) => void) {
  const draft = useSignal<string | undefined>(undefined);
  const untold = useRef<string>(undefined);

  const tell = (next: string): void => {
    untold.current = undefined;
    onText(next);
  };
  useEffect(() => {
    const leave = (): void => {
      if (untold.current !== undefined && untold.current !== text) tell(untold.current);
    };
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  });

  return {
    value: draft.value ?? text,
    onInput: ({ currentTarget }: Typed): void => void (draft.value = untold.current = currentTarget.value),
    onChange: ({ currentTarget }: Typed): void => tell(currentTarget.value),
    onBlur: (): void => void (draft.value = untold.current = undefined),
  };
}
