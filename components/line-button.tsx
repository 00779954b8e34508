export interface LineButtonProps {
  readonly says: string;
  /** What the line is of, for who hears the button: each line has one that says the same. */
  readonly of: string;
  readonly kind?: 'quiet' | 'danger';
  readonly onPress: () => void;
}

/** A button in a line of a list. */
export function LineButton({ says, of, kind = 'quiet', onPress }: LineButtonProps) {
  return (
    <button class="button" data-kind={kind} type="button" aria-label={`${says}: ${of}`} onClick={onPress}>
      {says}
    </button>
  );
}
