import type { Launcher } from '../lib/state/launcher';
import { type Failure, isPassing } from '../lib/model/failure';
import { portalName } from '../lib/model/portal';
import type { Row } from '../lib/model/row';
import { isSignedIn } from '../lib/model/status';
import type { PortalSummary } from '../lib/model/summary';
import { Notice } from './notice';
import { say, sayAge, sayCount, sayDuration, sayNumber } from '../lib/model/say';
import { failureWords, hostsIn } from './words';

/** What stands between the words and the list when something is to be said: the most pressing matter, and what to do. */
export function LauncherNotice({ launcher }: { launcher: Launcher }) {
  const unmarked = launcher.unmarked.value;
  if (launcher.isStuck.value)
    return (
      <Notice says={say('storageSilent')} step={{ label: say('tryAgain'), onStep: () => launcher.world.reload() }} />
    );
  return (
    <>
      <PressingNotice launcher={launcher} />
      {unmarked.length > 0 && (
        <Notice
          says={say('consolesUnmarked', hostsIn(unmarked))}
          step={{ label: say('allow'), onStep: () => void launcher.allow(unmarked) }}
        />
      )}
    </>
  );
}

function PressingNotice({ launcher }: { launcher: Launcher }) {
  const { portals } = launcher.summary.value;
  const ownFailure = launcher.failure.value;
  const told = launcher.told.value;
  const waiting = launcher.sessions.value?.waiting;
  if (waiting) return <Notice says={say('sixthSession', waiting.row.name)} />;
  if (told)
    return <Notice says={told.says} step={told.undo && { label: say('undo'), onStep: () => void launcher.undo() }} />;
  if (ownFailure)
    return <FailureNotice launcher={launcher} failure={ownFailure} portal={portalOfFailure(ownFailure, portals)} />;
  const first = launcher.rows.value.at(0);
  if (first?.lacksRole)
    return <FailureNotice launcher={launcher} failure={goneRole} portal={portalOf(first, portals)} />;
  const missing = portals.find(({ failure }) => failure?.reason === 'permission-missing');
  if (launcher.storage.value === 'memory-only') return <Notice says={say('storageMemoryOnly')} />;
  if (missing?.failure) return <FailureNotice launcher={launcher} failure={missing.failure} portal={missing} />;
  const running = portals.find(({ isRunning, phase }) => isRunning && phase !== 'ended');
  if (running) return <Notice says={progressWords(running, launcher.nowMs.value)} isQuiet />;
  const unknown = launcher.unknownRegion.value;
  if (unknown) return <Notice says={failureWords(unknown)} />;
  const signingIn = portals.find(({ signIn }) => signIn !== undefined);
  if (signingIn?.signIn) return <SignInNotice launcher={launcher} portal={signingIn} signIn={signingIn.signIn} />;
  const ended = portals.find(({ phase }) => !isSignedIn(phase));
  if (ended) return <EndedNotice launcher={launcher} portal={ended} />;
  const failed = portals.find(({ failure }) => failure !== undefined);
  if (failed?.failure) return <FailureNotice launcher={launcher} failure={failed.failure} portal={failed} />;
  const ending = portals.find(({ phase }) => phase === 'ending');
  if (ending) return <EndingNotice launcher={launcher} portal={ending} />;
  const changed = portals.find((portal) => changeWords(portal) !== '');
  return changed ? <Notice says={changeWords(changed)} /> : null;
}

const goneRole: Failure = { reason: 'gone', what: 'role' };

function portalOf({ entry }: Row, portals: readonly PortalSummary[]): PortalSummary | undefined {
  return portals.find(({ portal }) => 'portal' in entry && entry.portal === portal.startUrl);
}

/** The portal at which something can be done about it: its own, where it is of one. */
function portalOfFailure(failure: Failure, portals: readonly PortalSummary[]): PortalSummary | undefined {
  if (isFinal(failure)) return undefined;
  return 'portal' in failure ? portals.find(({ portal }) => portal.startUrl === failure.portal) : portals[0];
}

/** A new list changes nothing about it. */
function isFinal({ reason }: Failure): boolean {
  return reason === 'refused' || reason === 'turned-away' || reason === 'managed' || reason === 'storage';
}

function FailureNotice({
  launcher,
  failure,
  portal,
}: {
  launcher: Launcher;
  failure: Failure;
  portal: PortalSummary | undefined;
}) {
  if (failure.reason === 'permission-missing') {
    const { origins } = failure;
    return (
      <Notice says={failureWords(failure)} step={{ label: say('allow'), onStep: () => void launcher.allow(origins) }} />
    );
  }
  if (!portal) return <Notice says={failureWords(failure)} />;
  const startUrl = portal.portal.startUrl;
  const step =
    failure.reason === 'signed-out'
      ? { label: say('signIn'), onStep: () => void launcher.signIn(startUrl) }
      : { label: say('tryAgain'), onStep: () => void launcher.refresh(startUrl) };
  const says = failureWords(failure);
  return <Notice says={'portal' in failure ? ofPortal(launcher, portal, says) : says} step={step} />;
}

function EndedNotice({ launcher, portal }: { launcher: Launcher; portal: PortalSummary }) {
  const says = ofPortal(launcher, portal, endedWords(portal, launcher.nowMs.value));
  return (
    <Notice says={says} step={{ label: say('signIn'), onStep: () => void launcher.signIn(portal.portal.startUrl) }} />
  );
}

/** Which portal it is said of, where there are several. */
function ofPortal({ summary }: Launcher, { portal }: PortalSummary, says: string): string {
  return summary.value.portals.length < 2 ? says : `${portalName(portal)}: ${says}`;
}

function endedWords({ accounts, completeAtMs }: PortalSummary, nowMs: number): string {
  if (accounts === 0) return say('endedEmpty');
  return completeAtMs === undefined ? say('endedList') : say('endedListAge', sayAge(nowMs - completeAtMs));
}

function EndingNotice({ launcher, portal }: { launcher: Launcher; portal: PortalSummary }) {
  return (
    <Notice
      says={ofPortal(launcher, portal, say('sessionEndsIn', sayDuration(portal.minutesLeft ?? 0)))}
      step={{ label: say('renew'), onStep: () => void launcher.signIn(portal.portal.startUrl) }}
    />
  );
}

function SignInNotice({
  launcher,
  portal,
  signIn,
}: {
  launcher: Launcher;
  portal: PortalSummary;
  signIn: NonNullable<PortalSummary['signIn']>;
}) {
  if (signIn.state === 'at-aws') return <Notice says={say('signInAtAwsFills')} />;
  if (signIn.state !== 'failed') return <Notice says={say('signingIn')} />;
  const step = { label: nextStep(signIn.failure), onStep: () => void launcher.signIn(portal.portal.startUrl) };
  return <Notice says={failureWords(signIn.failure)} step={step} />;
}

function nextStep(failure: Failure): string {
  if (failure.reason === 'session-hidden') return say('signInWithAws');
  return say(isPassing(failure) ? 'tryAgain' : 'signIn');
}

/** How far the crawl is, since when, and why it waits where it does. */
function progressWords(portal: PortalSummary, nowMs: number): string {
  const { accounts, accountsWithRoles, failure, startedAtMs } = portal;
  if (accounts === 0) return say('askingForAccounts');
  const minutes = Math.floor((nowMs - (startedAtMs ?? nowMs)) / 60_000);
  const since = minutes < 1 ? '' : ` ${say('runningFor', sayDuration(minutes))}`;
  const listed = sayCount('listingRoles', accounts, sayNumber(accountsWithRoles)) + since;
  if (failure?.reason !== 'throttled') return listed;
  const seconds = Math.max(1, Math.ceil((failure.retryAtMs - nowMs) / 1_000));
  return `${listed} ${sayCount('pauseFor', seconds)}`;
}

function changeWords({ added, removed, rolesAdded, rolesRemoved }: PortalSummary): string {
  const parts = [
    added > 0 ? sayCount('newAccounts', added) : '',
    removed > 0 ? sayCount('accountsGone', removed) : '',
    rolesAdded > 0 ? sayCount('newRoles', rolesAdded) : '',
    rolesRemoved > 0 ? sayCount('rolesGone', rolesRemoved) : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : say('sinceLastList', parts.join(', '));
}
