import './notice.css';

export interface NoticeProps {
  readonly says: string;
  /** The one next step. */
  readonly step?: { readonly label: string; readonly onStep: () => void } | undefined;
  readonly size?: 'small' | 'large';
  /** Changes all the time: shown, but not read aloud at each step. */
  readonly isQuiet?: boolean;
}

/** One sentence and one next step. */
export function Notice({ says, step, size = 'small', isQuiet = false }: NoticeProps) {
  return (
    <div class="notice" data-size={size} aria-live={isQuiet ? 'off' : undefined}>
      <span>{says}</span>
      {step && (
        <button class="button" type="button" onClick={step.onStep}>
          {step.label}
        </button>
      )}
    </div>
  );
}
