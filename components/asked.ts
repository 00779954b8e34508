import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A field that is to have the focus, once. */
export interface Asked {
  readonly isAsked: boolean;
  readonly onAsked: () => void;
}

/** Puts the focus into the field when it is asked for, in the middle of what is seen. */
export function useAsked({ isAsked = false, onAsked }: Partial<Asked>): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    field.current?.focus();
    field.current?.scrollIntoView({ block: 'center' });
    onAsked?.();
  }, [isAsked, onAsked]);
  return field;
}
