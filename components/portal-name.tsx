import { say } from '../lib/model/say';
import { useDraft } from './draft';

export interface PortalNameProps {
  readonly name: string;
  /** Whose name it is, for who hears the field, where there are several. */
  readonly of: string | undefined;
  readonly onName: (name: string) => void;
}

/** The person's own name for a portal. */
export function PortalName({ name, of, onName }: PortalNameProps) {
  const draft = useDraft(name, onName);
  return (
    <label class="portal-name">
      {say('portalName')}
      <input
        type="text"
        maxLength={200}
        aria-label={of === undefined ? undefined : `${say('portalName')}: ${of}`}
        {...draft}
      />
    </label>
  );
}
