import { useSignal } from '@preact/signals';
import { say } from '../lib/model/say';

export interface PortalNameProps {
  readonly name: string;
  /** Whose name it is, for who hears the field, where there are several. */
  readonly of: string | undefined;
  readonly onName: (name: string) => void;
}

/** The person's own name for a portal; kept as typed until the field is left. */
export function PortalName({ name, of, onName }: PortalNameProps) {
  const draft = useSignal<string | undefined>(undefined);
  return (
    <label class="portal-name">
      {say('portalName')}
      <input
        type="text"
        maxLength={200}
        aria-label={of === undefined ? undefined : `${say('portalName')}: ${of}`}
        value={draft.value ?? name}
        onInput={(event) => (draft.value = event.currentTarget.value)}
        onChange={(event) => onName(event.currentTarget.value)}
        onBlur={() => (draft.value = undefined)}
      />
    </label>
  );
}
