import './notice.css';

export interface NoticeProps {
  readonly says: string;
  /** The one next step. */
  readonly step?: { readonly label: string; readonly onStep: () => void } | undefined;
  readonly size?: 'small' | 'large';
}

/** One sentence and one next step. */
export function Notice({ says, step, size = 'small' }: NoticeProps) {
  return (
    <div class="notice" data-size={size}>
      <span>{says}</span>
      {step && (
        <button class="button" type="button" onClick={step.onStep}>
          {step.label}
        </button>
      )}
    </div>
  );
}
