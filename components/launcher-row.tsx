import './launcher-row.css';
import { useRef } from 'preact/hooks';
import type { Highlight, ShownField } from '../lib/model/highlight';
import { inRole, type Row } from '../lib/model/row';
import { levelWords } from '../lib/model/level-words';
import { say, sayCount } from '../lib/model/say';
import { Marked } from './marked';

export const ROW_HEIGHT = 52;

export interface LauncherRowProps {
  readonly row: Row;
  readonly index: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly isMarked: boolean;
  /** Where the list holds several portals: which one the row is of. */
  readonly portalName: string | undefined;
  /** `row`: in the role that was pressed, where one was. */
  readonly onOpen: (row: Row, event: MouseEvent) => void;
  /** The count of its roles was pressed. */
  readonly onEnter: (row: Row) => void;
  /** Its three dots were pressed, or the other button of the mouse. */
  readonly onMenu: (row: Row) => void;
  readonly onPoint: (index: number) => void;
}

/** The row's id in the page: the row's own, not the place's, so that a screen reader hears of another row at the same place. */
export const rowId = ({ key }: Row): string => `row-${key.replace(/\s/g, (sign) => `%${sign.charCodeAt(0)}`)}`;

type Matches = readonly Highlight[] | undefined;

/** One account, role or app: its name, which gets all the room there is, and below it what tells it apart. */
export function LauncherRow(props: LauncherRowProps) {
  const { row, index, count, isActive, isMarked, onOpen, onEnter, onMenu, onPoint } = props;
  const { entry } = row;
  const matches = row.matches?.();
  /** The same element shows another row once the list has changed: a click counts where it was pressed on this one. */
  const pressed = useRef<string>(undefined);
  const isMeant = ({ detail }: MouseEvent): boolean => detail === 0 || pressed.current === row.key;
  const press = (event: MouseEvent): void => {
    const { role, roles, menu } = event.target instanceof HTMLElement ? event.target.dataset : {};
    if (menu !== undefined) return onMenu(row);
    if (roles !== undefined) return onEnter(row);
    const meant = row.roles?.find((name) => name === role);
    onOpen(meant ? inRole(row, meant) : row, event);
  };
  return (
    <div
      class="row"
      role="option"
      id={rowId(row)}
      aria-selected={isActive}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-kind={entry.kind}
      data-portal={entry.kind === 'command' ? undefined : entry.portal}
      data-account-id={row.accountId}
      data-role-name={entry.kind === 'account' ? undefined : row.roleName}
      data-app-id={entry.kind === 'app' ? entry.appId : undefined}
      data-service={entry.kind === 'service' ? entry.service : undefined}
      data-level={row.level}
      data-command={entry.kind === 'command' ? entry.command : undefined}
      data-marked={isMarked || undefined}
      style={{ top: `${index * ROW_HEIGHT}px`, ...(row.colour ? { '--flag': row.colour } : {}) }}
      onMouseDown={() => (pressed.current = row.key)}
      onClick={(event) => isMeant(event) && press(event)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(row);
      }}
      onMouseMove={() => isActive || onPoint(index)}
    >
      <span class="row-flag" />
      <span class="row-line">
        <Name text={row.name} matches={matches} />
        {row.isNameAltered && (
          <span class="row-detail" title={say('alteredWhy')}>
            ({say('altered')})
          </span>
        )}
        <span class="row-tags">
          {isMarked && <span class="row-mark">✓ {say('marked')}</span>}
          {row.isPinned && (
            <span class="row-detail" role="img" aria-label={say('pinned')} title={say('pinned')}>
              ★
            </span>
          )}
          <LevelTag level={row.level} />
          {row.shortcut !== undefined && (
            <kbd class="chip" dir="ltr">
              {row.shortcut}
            </kbd>
          )}
          {entry.kind === 'app' && <span class="row-detail">{say('app')}</span>}
          {isActive && entry.kind !== 'command' && (
            <span class="row-menu" data-menu="" aria-hidden="true" title={say('rowMenu')}>
              ⋯
            </span>
          )}
        </span>
      </span>
      <Second {...props} matches={matches} />
    </div>
  );
}

/** Production is written out; the other levels are colours, in words for those who do not see them. */
function LevelTag({ level }: { level: Row['level'] }) {
  if (level === 'production') return <span class="row-level">{say('levelProductionShort')}</span>;
  return level === 'other' ? null : <span class="row-level visually-hidden">{levelWords(level)}</span>;
}

/** The second line of a role that the console switches to. */
function chainedWords(label: string, from: string): string {
  const way = say('switchRoleFrom', from);
  return label === '' ? way : `${label} · ${way}`;
}

const LONG_NAME = 24;
const TAIL = 12;

/** A name too long for its line loses its middle: the end is what tells `…-prod-eu` from `…-prod-us`. */
function Name({ text, matches }: { text: string; matches: Matches }) {
  const signs = [...text];
  const tail = signs.length > LONG_NAME ? signs.slice(-TAIL).join('') : '';
  const head = text.length - tail.length;
  const fields = ['name', 'app'] as const;
  // Of two parts, which would be read aloud as two words: it is one name.
  const spoken = tail === '' ? {} : { role: 'img' as const, 'aria-label': text };
  return (
    <bdi class="row-name" title={text} {...spoken}>
      <span class="row-head">
        <Marked text={text} matches={matches} fields={fields} end={head} />
      </span>
      {tail !== '' && (
        <span class="row-tail">
          <Marked text={text} matches={matches} fields={fields} start={head} />
        </span>
      )}
    </bdi>
  );
}

const MOST_CHIPS = 4;

/** The number, what opens, and the roles, the usual one first; those that do not fit stay out of sight, the count does not. */
function Second({ row, portalName, matches }: LauncherRowProps & { matches: Matches }) {
  const { entry, roles = [] } = row;
  const others = roles.filter((role) => role !== row.roleName).slice(0, MOST_CHIPS - 1);
  return (
    <span class="row-line">
      {row.accountId && (
        <span class="row-id">
          <Marked text={row.accountId} matches={matches} fields={['id']} />
        </span>
      )}
      {row.isGone && <span class="row-level">{say('noLongerAssigned')}</span>}
      {row.service && (
        <span class="row-service">
          <Marked text={row.service} matches={matches} fields={['service']} />
          {entry.kind === 'service' && entry.region && ` · ${entry.region}`}
        </span>
      )}
      {row.roleName && (
        <span class="row-chips">
          <bdi class="chip" data-kind="usual">
            <Marked text={row.roleName} matches={matches} fields={['role']} />
          </bdi>
          {others.map((role, nth) => (
            <bdi class="chip" data-role={role} key={nth}>
              {role}
            </bdi>
          ))}
        </span>
      )}
      {row.accountId !== undefined && row.roles === undefined && <span class="row-detail">…</span>}
      <Detail row={row} matches={matches} />
      {roles.length > 0 && (
        <span class="row-more" data-roles="all">
          {sayCount('roles', roles.length)}
        </span>
      )}
      {portalName !== undefined && <bdi class="row-portal">{portalName}</bdi>}
    </span>
  );
}

/** What the words were found in, if not in the name; else AWS's own name, or an e-mail that says more than the name. */
function Detail({ row, matches = [] }: { row: Row; matches: Matches }) {
  if (row.chained) return <bdi class="row-detail">{chainedWords(row.chained.label, row.chained.from.roleName)}</bdi>;
  const texts = { original: row.ownName, group: row.groups, note: row.note, email: row.detail, kind: row.detail };
  const isIn = (field: ShownField): boolean => matches.some((match) => match.field === field);
  const sought = isIn('name') ? undefined : mentions.find(isIn);
  const field = sought ?? (row.ownName ? 'original' : 'email');
  if (field === 'email' && sought === undefined && isRepeated(row.name, row.detail)) return null;
  return (
    <bdi class="row-detail" data-sought={sought !== undefined}>
      <Marked text={texts[field] ?? ''} matches={matches} fields={[field]} />
    </bdi>
  );
}

const mentions = ['original', 'group', 'note', 'email', 'kind'] as const;

/** `aws+payments-prod@example.com` says nothing of payments-prod that its name does not say. */
function isRepeated(name: string, email: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const plain = letters(name);
  return plain !== '' && letters(email).includes(plain);
}
