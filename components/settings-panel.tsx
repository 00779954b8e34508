import './tokens.css';
import './settings-panel.css';
import type { PortalSummary } from '../lib/model/summary';
import type { Settings } from '../lib/state/settings';
import { BurgeeMark } from './burgee-mark';
import { ConsoleSettings } from './console-settings';
import { ageWords, countWords, durationWords, failureWords } from './words';

/** The options page. */
export function SettingsPanel({ settings }: { settings: Settings }) {
  const { portals } = settings.summary.value;
  const failure = settings.failure.value;
  return (
    <main class="settings">
      <h1>
        <BurgeeMark size={26} /> Settings
      </h1>
      <h2>Access portals</h2>
      {failure && <p role="alert">{failureWords(failure)}</p>}
      {portals.length === 0 && <p>Burgee knows no portal yet. Connect the page where you pick your AWS accounts.</p>}
      {portals.map((portal) => (
        <PortalCard key={portal.portal.startUrl} portal={portal} settings={settings} />
      ))}
      <button class="button" type="button" onClick={() => settings.add()}>
        Connect a portal
      </button>
      <ConsoleSettings settings={settings} />
    </main>
  );
}

function PortalCard({ portal, settings }: { portal: PortalSummary; settings: Settings }) {
  const { startUrl, region } = portal.portal;
  const missing = settings.missing.value.get(startUrl) ?? [];
  const isSignedIn = portal.phase === 'signed-in' || portal.phase === 'ending';
  return (
    <section class="portal" aria-label={startUrl}>
      <h3>{startUrl}</h3>
      <p>
        {region} · {countWords(portal.accounts, 'account', 'accounts')}
        {portal.completeAtMs !== undefined && ` · listed ${ageWords(settings.nowMs.value - portal.completeAtMs)}`}
      </p>
      <p>{sessionWords(portal)}</p>
      {portal.failure && <p role="alert">{failureWords(portal.failure)}</p>}
      {missing.length > 0 && (
        <p>
          Missing permission: {missing.map((origin) => origin.replace(/^https:\/\/|\/\*$/g, '')).join(', ')}. Without it
          Burgee can’t keep this list.
        </p>
      )}
      <div class="buttons">
        {missing.length > 0 && (
          <button class="button" type="button" onClick={() => void settings.allow(missing)}>
            Allow
          </button>
        )}
        {isSignedIn ? (
          <button class="button" data-kind="quiet" type="button" onClick={() => void settings.signOut(startUrl)}>
            Sign out
          </button>
        ) : (
          <button class="button" type="button" onClick={() => void settings.signIn(startUrl)}>
            Sign in
          </button>
        )}
        {isSignedIn && (
          <button class="button" data-kind="quiet" type="button" onClick={() => void settings.refresh(startUrl)}>
            Refresh the list
          </button>
        )}
        <button class="button" data-kind="danger" type="button" onClick={() => void settings.remove(startUrl)}>
          Remove
        </button>
      </div>
    </section>
  );
}

function sessionWords({ phase, user, minutesLeft }: PortalSummary): string {
  if (phase === 'none' || phase === 'ended') return 'Signed out.';
  const who = user ? `Signed in as ${user}` : 'Signed in';
  return minutesLeft === undefined ? `${who}.` : `${who}, for another ${durationWords(minutesLeft)}.`;
}
