import { useSignal } from '@preact/signals';
import { say } from '../lib/model/say';

/** The person's own name for a portal; kept as typed until the field is left. */
export function PortalName({ name, onName }: { name: string; onName: (name: string) => void }) {
  const draft = useSignal<string | undefined>(undefined);
  return (
    <label class="portal-name">
      {say('portalName')}
      <input
        type="text"
        maxLength={200}
        value={draft.value ?? name}
        onInput={(event) => (draft.value = event.currentTarget.value)}
        onChange={(event) => onName(event.currentTarget.value)}
        onBlur={() => (draft.value = undefined)}
      />
    </label>
  );
}
