import './launcher-row.css';
import type { Row } from '../lib/model/row';
import { say } from '../lib/model/say';
import { Marked } from './marked';

export const ROW_HEIGHT = 52;

export interface LauncherRowProps {
  readonly row: Row;
  readonly index: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly isMarked: boolean;
  readonly onOpen: (row: Row, event: MouseEvent) => void;
  readonly onPoint: (index: number) => void;
}

/** One account, role or app. */
export function LauncherRow({ row, index, count, isActive, isMarked, onOpen, onPoint }: LauncherRowProps) {
  const { entry } = row;
  return (
    <div
      class="row"
      role="option"
      id={`row-${index}`}
      aria-selected={isActive}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-kind={entry.kind}
      data-portal={entry.kind === 'command' ? undefined : entry.portal}
      data-account-id={row.accountId}
      data-role-name={row.roleName}
      data-app-id={entry.kind === 'app' ? entry.appId : undefined}
      data-service={entry.kind === 'service' ? entry.service : undefined}
      data-level={row.level}
      data-command={entry.kind === 'command' ? entry.command : undefined}
      data-marked={isMarked || undefined}
      style={{ top: `${index * ROW_HEIGHT}px`, ...(row.colour ? { '--flag': row.colour } : {}) }}
      onClick={(event) => onOpen(row, event)}
      onMouseMove={() => isActive || onPoint(index)}
    >
      <span class="row-flag" />
      <span class="row-text">
        <span class="row-line">
          <bdi class="row-name" title={row.name}>
            <Marked text={row.name} matches={row.matches} fields={['label', 'name', 'app']} />
          </bdi>
          {isMarked && <span class="row-level">✓ {say('marked')}</span>}
          {row.isPinned && (
            <span class="row-detail" title={say('pinned')}>
              ★
            </span>
          )}
          {row.accountId && (
            <span class="row-id">
              <Marked text={row.accountId} matches={row.matches} fields={['id']} />
            </span>
          )}
          {row.isNameAltered && (
            <span class="row-detail" title={say('alteredWhy')}>
              ({say('altered')})
            </span>
          )}
        </span>
        <bdi class="row-detail">
          {row.isGone ? (
            say('noLongerAssigned')
          ) : row.service ? (
            <>
              <Marked text={row.service} matches={row.matches} fields={['service']} />
              {entry.kind === 'service' && entry.region && ` · ${entry.region}`}
            </>
          ) : row.chained ? (
            chainedWords(row.chained.label, row.chained.from.roleName)
          ) : (
            <Marked text={row.detail} matches={row.matches} fields={['email', 'kind']} />
          )}
        </bdi>
      </span>
      <Side row={row} />
    </div>
  );
}

/** The second line of a role that the console switches to. */
function chainedWords(label: string, from: string): string {
  const way = say('switchRoleFrom', from);
  return label === '' ? way : `${label} · ${way}`;
}

function Side({ row }: { row: Row }) {
  if (row.entry.kind === 'command') return <kbd class="chip">{row.shortcut}</kbd>;
  if (row.entry.kind === 'app') return <span class="row-detail">{say('app')}</span>;
  return (
    <span class="row-side">
      {row.level === 'production' && <span class="row-level">{say('levelProductionShort')}</span>}
      {row.roleName && (
        <bdi class="chip">
          <Marked text={row.roleName} matches={row.matches} fields={['role']} />
        </bdi>
      )}
      {row.roles && row.roles.length > 1 && (
        <span class="chip" data-kind="more">
          +{row.roles.length - 1}
        </span>
      )}
      {row.roles === undefined && <span class="row-detail">…</span>}
    </span>
  );
}
