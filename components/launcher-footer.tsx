import './launcher-footer.css';
import { countSessions, MOST_SESSIONS } from '../lib/model/open-console';
import { portalName } from '../lib/model/portal';
import { say, sayCount, sayDuration } from '../lib/model/say';
import { isSignedIn } from '../lib/model/status';
import type { PortalSummary } from '../lib/model/summary';
import { liveness } from './liveness';
import type { Launcher } from '../lib/state/launcher';

/** Who is signed in for how long, and how much the list holds: also said to screen readers and to tools. */
export function LauncherFooter({ launcher }: { launcher: Launcher }) {
  const { state, accounts, roles, apps, portals } = launcher.summary.value;
  // Before the list was read nothing is known of it, which is not the same as nothing being there.
  const isKnown = launcher.isLoaded.value;
  // What is cut off at the end is what needs the person least.
  const inOrder = portals.toSorted((one, other) => Number(isSignedIn(one.phase)) - Number(isSignedIn(other.phase)));
  const who = isKnown ? inOrder.map(whoWords).join(' · ') || say('noPortalYet') : '';
  const counts = isKnown
    ? { 'data-inventory': state, 'data-accounts': accounts, 'data-roles': roles, 'data-apps': apps }
    : {};
  return (
    <footer class="footer">
      <div class="footer-text">
        <span class="footer-who" title={who}>
          {who}
        </span>
        <span role="status" aria-live={liveness(state)} {...counts}>
          {isKnown && (
            <>
              {sayCount('accounts', accounts)}
              <span class="visually-hidden">
                {' · '}
                {sayCount('roles', roles)} · {sayCount('apps', apps)}
              </span>
            </>
          )}
        </span>
      </div>
      <Consoles launcher={launcher} />
      <button type="button" onClick={() => launcher.world.openPage('options')}>
        {say('settings')}
      </button>
    </footer>
  );
}

/** Console sessions against AWS's limit, with a way to each; nothing where none is open. */
function Consoles({ launcher }: { launcher: Launcher }) {
  const count = countSessions(launcher.consoles.value);
  if (count === 0) return null;
  const says = say('openConsoles', String(MOST_SESSIONS));
  return (
    <button
      type="button"
      title={`${says} (Alt+S)`}
      aria-label={`${count}/${MOST_SESSIONS} ${says}`}
      data-full={count >= MOST_SESSIONS}
      onClick={() => launcher.showSessions()}
    >
      {count}/{MOST_SESSIONS}
    </button>
  );
}

function whoWords({ portal, phase, user, minutesLeft }: PortalSummary): string {
  const host = portalName(portal);
  if (!isSignedIn(phase)) return say('whoSignedOut', host);
  const who = user ? say('whoSignedIn', user, host) : say('whoSomebody', host);
  return minutesLeft === undefined ? who : say('whoForAnother', who, sayDuration(minutesLeft));
}
