import { formatAccountId } from '../lib/model/account';
import { say, sayAge } from '../lib/model/say';
import { isSignedIn } from '../lib/model/status';
import type { PortalSummary } from '../lib/model/summary';
import type { Launcher } from '../lib/state/launcher';
import { Notice, type NoticeProps } from './notice';

/** What stands where the list has no rows: why, and what to do next. */
export function Nothing({ launcher }: { launcher: Launcher }) {
  const { portals } = launcher.summary.value;
  const isLost = launcher.storage.value === 'lost';
  const query = launcher.query.value.trim();
  const nothingFits = say('nothingFits', query.slice(0, 60));
  const connect = { label: say('connectAPortal'), onStep: launcher.connect };
  if (!launcher.isLoaded.value) return <Notice says="" size="large" />;
  if (portals.length === 0) {
    return <Notice says={say(isLost ? 'storageLost' : 'storageFirstRun')} step={connect} size="large" />;
  }
  const open = portals.filter(({ phase }) => isSignedIn(phase));
  const onStep = (): void => open.forEach(({ portal }) => void launcher.refresh(portal.startUrl));
  const refresh = open.length > 0 ? { label: say('refresh'), onStep } : undefined;
  if (launcher.unconnected.value) return <Notice says={nothingFits} step={connect} size="large" />;
  const unlisted = launcher.unlisted.value;
  if (unlisted !== undefined)
    return <Notice says={say('nothingFitsNumber', formatAccountId(unlisted))} step={refresh} size="large" />;
  if (query === '') return <Notice says={say('noAccountsYet')} step={refresh} size="large" />;
  return (
    <>
      <Notice says={nothingFits} step={{ label: say('clear'), onStep: () => launcher.type('') }} size="large" />
      <MaybeNew portals={open} nowMs={launcher.nowMs.value} refresh={refresh} />
    </>
  );
}

/** What was assigned since the list was made is not in it. */
function MaybeNew(props: { portals: readonly PortalSummary[]; nowMs: number; refresh: NoticeProps['step'] }) {
  const { portals, nowMs, refresh } = props;
  const times = portals.flatMap(({ completeAtMs, isRunning }) => (isRunning ? [] : (completeAtMs ?? [])));
  if (times.length === 0) return null;
  return <Notice says={say('maybeNew', sayAge(nowMs - Math.min(...times)))} step={refresh} />;
}
