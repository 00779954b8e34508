import type { Launcher } from '../lib/state/launcher';
import type { PortalSummary } from '../lib/model/summary';
import { Notice } from './notice';
import { sayAge, sayCount, sayDuration, sayNumber } from '../lib/model/say';
import { countWords, failureWords, storageWords } from './words';

/** What stands between the words and the list when something is to be said: the most pressing matter, and what to do. */
export function LauncherNotice({ launcher }: { launcher: Launcher }) {
  const { portals } = launcher.summary.value;
  const ownFailure = launcher.failure.value;
  const told = launcher.told.value;
  if (told)
    return <Notice says={told.says} step={told.undo && { label: 'Undo', onStep: () => void launcher.undo() }} />;
  if (ownFailure) return <FailureNotice launcher={launcher} failure={ownFailure} portal={portals[0]} />;
  const missing = portals.find(({ failure }) => failure?.reason === 'permission-missing');
  if (launcher.storage.value === 'memory-only') return <Notice says={storageWords.memoryOnly} />;
  if (missing?.failure) return <FailureNotice launcher={launcher} failure={missing.failure} portal={missing} />;
  const running = portals.find(({ isRunning, phase }) => isRunning && phase !== 'ended');
  if (running) return <Notice says={progressWords(running, launcher.nowMs.value)} />;
  const signingIn = portals.find(({ signIn }) => signIn !== undefined);
  if (signingIn?.signIn) return <SignInNotice launcher={launcher} portal={signingIn} signIn={signingIn.signIn} />;
  const ended = portals.find(({ phase }) => phase === 'ended' || phase === 'none');
  if (ended) return <EndedNotice launcher={launcher} portal={ended} />;
  const failed = portals.find(({ failure }) => failure !== undefined);
  if (failed?.failure) return <FailureNotice launcher={launcher} failure={failed.failure} portal={failed} />;
  const ending = portals.find(({ phase }) => phase === 'ending');
  if (ending) return <EndingNotice launcher={launcher} portal={ending} />;
  const changed = portals.find((portal) => changeWords(portal) !== '');
  return changed ? <Notice says={changeWords(changed)} /> : null;
}

function FailureNotice({
  launcher,
  failure,
  portal,
}: {
  launcher: Launcher;
  failure: NonNullable<PortalSummary['failure']>;
  portal: PortalSummary | undefined;
}) {
  if (failure.reason === 'permission-missing') {
    const { origins } = failure;
    return (
      <Notice says={failureWords(failure)} step={{ label: 'Allow', onStep: () => void launcher.allow(origins) }} />
    );
  }
  if (!portal) return <Notice says={failureWords(failure)} />;
  const startUrl = portal.portal.startUrl;
  const step =
    failure.reason === 'signed-out'
      ? { label: 'Sign in', onStep: () => void launcher.signIn(startUrl) }
      : { label: 'Try again', onStep: () => void launcher.refresh(startUrl) };
  return <Notice says={failureWords(failure)} step={step} />;
}

function EndedNotice({ launcher, portal }: { launcher: Launcher; portal: PortalSummary }) {
  const age = portal.completeAtMs === undefined ? '' : `, listed ${sayAge(launcher.nowMs.value - portal.completeAtMs)}`;
  const says =
    portal.accounts > 0
      ? `Signed out. The list is from before${age}.`
      : 'Signed out: sign in at your portal and the list fills.';
  return <Notice says={says} step={{ label: 'Sign in', onStep: () => void launcher.signIn(portal.portal.startUrl) }} />;
}

function EndingNotice({ launcher, portal }: { launcher: Launcher; portal: PortalSummary }) {
  return (
    <Notice
      says={`Your portal session ends in ${sayDuration(portal.minutesLeft ?? 0)}.`}
      step={{ label: 'Renew', onStep: () => void launcher.signIn(portal.portal.startUrl) }}
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
  if (signIn.state === 'at-aws') return <Notice says="Allow access in the tab that opened, and the list fills." />;
  if (signIn.state !== 'failed') return <Notice says="Signing in…" />;
  const step = { label: 'Sign in', onStep: () => void launcher.signIn(portal.portal.startUrl) };
  return <Notice says={failureWords(signIn.failure)} step={step} />;
}

/** How far the crawl is, and why it waits where it does. */
function progressWords({ accounts, accountsWithRoles, failure }: PortalSummary, nowMs: number): string {
  if (accounts === 0) return 'Asking AWS for your accounts…';
  const listed = `Listing roles: ${sayNumber(accountsWithRoles)} of ${sayCount('accounts', accounts)}`;
  if (failure?.reason !== 'throttled') return `${listed}.`;
  const seconds = Math.max(1, Math.ceil((failure.retryAtMs - nowMs) / 1_000));
  return `${listed}. AWS asked for a pause: it goes on in ${seconds} s.`;
}

function changeWords({ added, removed, rolesAdded, rolesRemoved }: PortalSummary): string {
  const parts = [
    added > 0 ? countWords(added, 'new account', 'new accounts') : '',
    removed > 0 ? countWords(removed, 'account gone', 'accounts gone') : '',
    rolesAdded > 0 ? countWords(rolesAdded, 'new role', 'new roles') : '',
    rolesRemoved > 0 ? countWords(rolesRemoved, 'role gone', 'roles gone') : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `${parts.join(', ')} since the last list.`;
}
