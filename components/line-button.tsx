import type { Ref } from 'preact';

export interface LineButtonProps {
  readonly says: string;
  /** What the line is of, for who hears the button, where others say the same. */
  readonly of: string | undefined;
  readonly kind?: 'main' | 'quiet' | 'danger';
  /** What it does, for who asks with the pointer. */
  readonly title?: string;
  readonly button?: Ref<HTMLButtonElement>;
  readonly onPress: () => void;
}

/** A button in a line of a list, or in one of several cards. */
export function LineButton({ says, of, kind = 'quiet', title, button, onPress }: LineButtonProps) {
  return (
    <button
      ref={button ?? null}
      class="button"
      data-kind={kind === 'main' ? undefined : kind}
      type="button"
      title={title}
      aria-label={of === undefined ? undefined : `${says}: ${of}`}
      onClick={onPress}
    >
      {says}
    </button>
  );
}
