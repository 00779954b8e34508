import { useSignal } from '@preact/signals';
import { say, sayAge, sayCount, sayDuration } from '../lib/model/say';
import { isSignedIn } from '../lib/model/status';
import type { PortalSummary } from '../lib/model/summary';
import type { Settings } from '../lib/state/settings';
import { LineButton } from './line-button';
import { MoveButtons } from './move-buttons';
import { PortalName } from './portal-name';
import { failureWords, hostsIn } from './words';

/** One connected portal: its session, its list, what is missing, and what can be done. */
export function PortalCard({
  portal,
  at,
  count,
  settings,
}: {
  portal: PortalSummary;
  at: number;
  count: number;
  settings: Settings;
}) {
  const { startUrl, region, name, alsoAt = [] } = portal.portal;
  const isAsking = useSignal(false);
  const missing = settings.missing.value.get(startUrl) ?? [];
  const isIn = isSignedIn(portal.phase);
  /** Which portal a button is of, where there are several. */
  const of = count > 1 ? name || startUrl : undefined;
  return (
    <section class="portal" aria-label={startUrl}>
      <div class="portal-head">
        <h3>
          <bdi dir="ltr">{startUrl}</bdi>
        </h3>
        <PortalName
          name={name}
          of={count > 1 ? startUrl : undefined}
          onName={(next) => void settings.rename(startUrl, next)}
        />
        {count > 1 && (
          <MoveButtons at={at} count={count} of={name || startUrl} onMove={(by) => void settings.move(startUrl, by)} />
        )}
      </div>
      <p>
        {region} · {sayCount('accounts', portal.accounts)}
        {portal.completeAtMs !== undefined &&
          ` · ${say('listedAge', sayAge(settings.nowMs.value - portal.completeAtMs))}`}
      </p>
      {alsoAt.length > 0 && <p>{say('portalAlsoAt', alsoAt.join(', '))}</p>}
      <p>{sessionWords(portal)}</p>
      {portal.failure && <p role="alert">{failureWords(portal.failure)}</p>}
      <div role="status">
        <SignInNews portal={portal} />
      </div>
      {missing.length === 0 && (
        /* The line keeps its place until the browser tells: a button that moves away is missed. */
        <p class="good">{settings.missing.value.has(startUrl) ? `✓ ${say('permissionsGranted')}` : '\u00a0'}</p>
      )}
      {missing.length > 0 && <p class="missing">{say('missingPermission', hostsIn(missing))}</p>}
      <div class="buttons">
        {missing.length > 0 && (
          <LineButton says={say('allow')} of={of} kind="main" onPress={() => void settings.allow(missing)} />
        )}
        {isIn ? (
          <LineButton says={say('signOut')} of={of} onPress={() => void settings.signOut(startUrl)} />
        ) : (
          <LineButton says={say('signIn')} of={of} kind="main" onPress={() => void settings.signIn(startUrl)} />
        )}
        {(!isIn || portal.via === 'oidc') && (
          <LineButton
            says={say(isIn ? 'signInAgainWithAws' : 'signInWithAws')}
            of={of}
            title={say('signInWithAwsWhy')}
            onPress={() => void settings.signInWithAws(startUrl, region)}
          />
        )}
        {isIn && <LineButton says={say('refreshTheList')} of={of} onPress={() => void settings.refresh(startUrl)} />}
        {!isAsking.value && (
          <LineButton says={say('remove')} of={of} kind="danger" onPress={() => (isAsking.value = true)} />
        )}
      </div>
      {isAsking.value && (
        <div role="group" aria-label={say('portalRemoveAsk')}>
          <p>{say('portalRemoveAsk')}</p>
          <div class="buttons">
            <LineButton
              says={say('keepIt')}
              of={of}
              kind="main"
              button={focused}
              onPress={() => (isAsking.value = false)}
            />
            <LineButton
              says={say('remove')}
              of={of}
              kind="danger"
              onPress={() => void settings.remove(portal.portal)}
            />
          </div>
        </div>
      )}
    </section>
  );
}

function SignInNews({ portal: { signIn } }: { portal: PortalSummary }) {
  if (!signIn) return null;
  if (signIn.state === 'failed') return <p role="alert">{failureWords(signIn.failure)}</p>;
  return <p>{say(signIn.state === 'at-aws' ? 'signInAtAws' : 'signInFetching')}</p>;
}

function sessionWords({ phase, user, minutesLeft, renewsItself }: PortalSummary): string {
  if (!isSignedIn(phase)) return say('signedOut');
  const who = user ? say('signedInAs', user) : say('signedIn');
  if (renewsItself) return `${who} ${say('renewsItself')}`;
  return minutesLeft === undefined ? who : `${who} ${say('sessionEndsIn', sayDuration(minutesLeft))}`;
}

function focused(button: HTMLButtonElement | null): void {
  button?.focus();
}
