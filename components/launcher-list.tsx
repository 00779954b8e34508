import './launcher-list.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Row } from '../lib/model/row';
import type { RowList } from '../lib/model/row-list';
import { say } from '../lib/model/say';
import { LauncherRow, ROW_HEIGHT } from './launcher-row';

const SPARE_ROWS = 2;
/** Room for what stands below the last row. */
const MORE_HEIGHT = 40;

export interface LauncherListProps {
  readonly rows: RowList;
  readonly active: number;
  readonly marked: ReadonlyMap<string, Row>;
  /** By portal; empty where there is one only. */
  readonly portalNames: ReadonlyMap<string, string>;
  readonly onOpen: (row: Row, event: MouseEvent) => void;
  readonly onEnter: (row: Row) => void;
  readonly onMenu: (row: Row) => void;
  readonly onPoint: (index: number) => void;
}

/** The listbox: only the rows in sight are in the page, so that 7,000 accounts cost no more than ten. */
export function LauncherList(props: LauncherListProps) {
  const { rows, active, marked, portalNames, onOpen, onEnter, onMenu, onPoint } = props;
  const box = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 460 });
  /** What is in sight now. Asking the page instead would make it lay itself out anew at every key. */
  const now = useRef(sight);
  const see = (top: number, height: number): void => setSight((now.current = { top, height }));

  useEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    const measure = (): void => see(node.scrollTop, node.clientHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    node.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      node.removeEventListener('scroll', measure);
    };
  }, []);

  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const { top, height } = now.current;
    const start = active * ROW_HEIGHT;
    const end = start + ROW_HEIGHT + (active === rows.length - 1 ? MORE_HEIGHT : 0);
    const wanted = Math.min(start, Math.max(top, end - height));
    if (wanted === top) return;
    node.scrollTop = wanted;
    see(wanted, height);
  }, [active, rows]);

  const first = Math.max(0, Math.floor(sight.top / ROW_HEIGHT) - SPARE_ROWS);
  const last = Math.min(rows.length, Math.ceil((sight.top + sight.height) / ROW_HEIGHT) + SPARE_ROWS);
  const shown = rows.slice(first, last).map((row, offset) => ({ row, index: first + offset }));
  const activeRow = rows.at(active);
  const isActiveShown = active >= first && active < last;
  if (activeRow && !isActiveShown) shown.push({ row: activeRow, index: active });

  return (
    <div class="list" ref={box} id="results" role="listbox" aria-label={say('listName')} tabIndex={-1}>
      <div class="list-inner" role="presentation" style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
        {shown.map(({ row, index }) => (
          <LauncherRow
            key={index}
            row={row}
            index={index}
            count={rows.length}
            isActive={index === active}
            isMarked={marked.has(row.key)}
            portalName={row.entry.kind === 'command' ? undefined : portalNames.get(row.entry.portal)}
            onOpen={onOpen}
            onEnter={onEnter}
            onMenu={onMenu}
            onPoint={onPoint}
          />
        ))}
      </div>
      {rows.isCut && (
        <p class="list-more" role="presentation">
          {say('moreFound')}
        </p>
      )}
    </div>
  );
}
