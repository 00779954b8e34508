import { sayAge, sayCount, sayDuration } from '../lib/model/say';
import type { PortalSummary } from '../lib/model/summary';
import type { Settings } from '../lib/state/settings';
import { failureWords } from './words';

/** One connected portal: its session, its list, what is missing, and what can be done. */
export function PortalCard({ portal, settings }: { portal: PortalSummary; settings: Settings }) {
  const { startUrl, region } = portal.portal;
  const missing = settings.missing.value.get(startUrl) ?? [];
  const isSignedIn = portal.phase === 'signed-in' || portal.phase === 'ending';
  return (
    <section class="portal" aria-label={startUrl}>
      <h3>{startUrl}</h3>
      <p>
        {region} · {sayCount('accounts', portal.accounts)}
        {portal.completeAtMs !== undefined && ` · listed ${sayAge(settings.nowMs.value - portal.completeAtMs)}`}
      </p>
      <p>{sessionWords(portal)}</p>
      {portal.failure && <p role="alert">{failureWords(portal.failure)}</p>}
      <SignInNews portal={portal} />
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
        {(!isSignedIn || portal.via === 'oidc') && (
          <button
            class="button"
            data-kind="quiet"
            type="button"
            title="Lasts longer than the portal’s own session: Burgee renews it by itself."
            onClick={() => void settings.signInWithAws(startUrl, region)}
          >
            {isSignedIn ? 'Sign in again with AWS' : 'Sign in with AWS'}
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

function SignInNews({ portal: { signIn } }: { portal: PortalSummary }) {
  if (!signIn) return null;
  if (signIn.state === 'failed') return <p role="alert">{failureWords(signIn.failure)}</p>;
  return (
    <p role="status">
      {signIn.state === 'at-aws' ? 'Allow access in the tab that opened.' : 'AWS allowed it: fetching the session…'}
    </p>
  );
}

function sessionWords({ phase, user, minutesLeft, renewsItself }: PortalSummary): string {
  if (phase === 'none' || phase === 'ended') return 'Signed out.';
  const who = user ? `Signed in as ${user}` : 'Signed in';
  if (renewsItself) return `${who} with AWS; Burgee renews the session by itself.`;
  return minutesLeft === undefined ? `${who}.` : `${who}, for another ${sayDuration(minutesLeft)}.`;
}
