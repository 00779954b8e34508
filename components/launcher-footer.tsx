import './launcher-footer.css';
import type { PortalSummary } from '../lib/model/summary';
import type { Launcher } from '../lib/state/launcher';
import { countWords, durationWords } from './words';

/** Who is signed in for how long, and how much the list holds: also said to screen readers and to tools. */
export function LauncherFooter({ launcher }: { launcher: Launcher }) {
  const { state, accounts, roles, apps, portals } = launcher.summary.value;
  return (
    <footer class="footer">
      <span class="footer-who">{portals.map(whoWords).join(' · ') || 'No portal yet'}</span>
      <span role="status" data-inventory={state} data-accounts={accounts} data-roles={roles} data-apps={apps}>
        {countWords(accounts, 'account', 'accounts')} · {countWords(roles, 'role', 'roles')} ·{' '}
        {countWords(apps, 'app', 'apps')}
      </span>
      <button type="button" onClick={() => launcher.world.openPage('options')}>
        Settings
      </button>
    </footer>
  );
}

function whoWords({ portal, phase, user, minutesLeft }: PortalSummary): string {
  const host = portal.name || new URL(portal.startUrl).hostname.split('.')[0] || '';
  if (phase === 'none' || phase === 'ended') return `${host}: signed out`;
  return `${user || 'Signed in'} at ${host}${minutesLeft === undefined ? '' : `, ${durationWords(minutesLeft)} left`}`;
}
