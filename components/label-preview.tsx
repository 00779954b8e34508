import './label-preview.css';
import { formatAccountId, type AccountId } from '../lib/model/account';
import { textColour } from '../lib/model/colour';
import type { Look } from '../lib/model/look';
import { say } from '../lib/model/say';

/** The badge as it would stand on a console page. */
export function LabelPreview({ look, id, role }: { look: Look; id: AccountId; role?: string | undefined }) {
  return (
    <span
      class="label-preview"
      data-level={look.level}
      style={{ '--flag': look.colour, '--flag-text': textColour(look.colour) }}
    >
      {look.level === 'production' && <b class="label-preview-level">{say('levelProductionShort')}</b>}
      <bdi class="label-preview-name">{look.label || formatAccountId(id)}</bdi>
      <span>{formatAccountId(id)}</span>
      {role !== undefined && <bdi>{role}</bdi>}
    </span>
  );
}
