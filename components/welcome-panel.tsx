import './tokens.css';
import './welcome-panel.css';
import type { ComponentChildren } from 'preact';
import { say, sayCount } from '../lib/model/say';
import { isSignedIn } from '../lib/model/status';
import type { ToolbarButton } from '../lib/model/toolbar-button';
import type { Welcome } from '../lib/state/welcome';
import { BurgeeMark } from './burgee-mark';
import { addressWords } from './address-words';
import { useKeptFocus } from './kept-focus';
import { liveness } from './liveness';
import { failureWords } from './words';

/** First run, in three steps that tick themselves off. */
export function WelcomePanel({ welcome }: { welcome: Welcome }) {
  const portal = welcome.portal.value;
  const isIn = portal !== undefined && isSignedIn(portal.phase);
  const { state } = welcome.summary.value;
  const unknown = welcome.unknownRegion.value;
  useKeptFocus();
  return (
    <main class="welcome">
      <h1>
        <BurgeeMark size={34} /> Burgee
      </h1>
      <p class="welcome-lead">{say('welcomeLead')}</p>
      <Step
        number={1}
        title={say('welcomeWhere')}
        isDone={portal !== undefined || welcome.connected.value !== undefined}
      >
        <ConnectForm welcome={welcome} />
      </Step>
      <Step number={2} title={say('welcomeSignIn')} isDone={isIn}>
        <p>{say('welcomeSignInHow')}</p>
        {unknown && <p role="alert">{failureWords(unknown)}</p>}
        <MissingPermission welcome={welcome} />
        <HiddenSession welcome={welcome} />
      </Step>
      <Step number={3} title={say('welcomeWatch')} isDone={state === 'complete'}>
        <Counts welcome={welcome} />
        <label class="offer">
          <input
            type="checkbox"
            checked={welcome.isGuarded.value}
            onChange={(event) => void welcome.guard(event.currentTarget.checked)}
          />{' '}
          {say('welcomeGuard')}
        </label>
        {state === 'complete' && (
          <button class="button" type="button" onClick={() => welcome.openPopup()}>
            {say('openTheLauncher')}
          </button>
        )}
      </Step>
    </main>
  );
}

function Step({
  number,
  title,
  isDone,
  children,
}: {
  number: number;
  title: string;
  isDone: boolean;
  children: ComponentChildren;
}) {
  return (
    <section class="step" data-done={isDone}>
      <span class="step-number" aria-hidden="true">
        {isDone ? '✓' : number}
      </span>
      <div>
        <h2>
          {title}
          {isDone && <span class="visually-hidden"> ({say('stepDone')})</span>}
        </h2>
        {children}
      </div>
    </section>
  );
}

function ConnectForm({ welcome }: { welcome: Welcome }) {
  const problem = welcome.problem.value;
  const connect = (event: Event): void => {
    event.preventDefault();
    void welcome.connect();
  };
  return (
    <form onSubmit={connect}>
      <p>{say('welcomeWhereHow')}</p>
      <div class="connect">
        <input
          type="text"
          dir="ltr"
          inputmode="url"
          aria-label={say('portalAddress')}
          aria-invalid={problem !== undefined}
          aria-describedby="address-problem"
          placeholder="https://d-1234567890.awsapps.com/start"
          spellcheck={false}
          autocomplete="off"
          value={welcome.address.value}
          onInput={(event) => (welcome.address.value = event.currentTarget.value)}
        />
        <button class="button" type="submit">
          {say('connect')}
        </button>
      </div>
      <p class="problem" id="address-problem" role="alert">
        {problem && problemWords(problem)}{' '}
        {problem === 'short-address' && (
          <button class="button" type="button" onClick={() => welcome.followShortAddress()}>
            {say('addressShortOpen')}
          </button>
        )}
      </p>
    </form>
  );
}

function problemWords(problem: NonNullable<Welcome['problem']['value']>): string {
  switch (problem) {
    case 'denied':
      return say('addressDenied');
    case 'short-address':
      return say('addressShort');
    case 'elsewhere':
      return say('addressShortElsewhere');
    case 'unseen':
      return say('addressShortUnseen');
    default:
      return addressWords(problem);
  }
}

function MissingPermission({ welcome }: { welcome: Welcome }) {
  const failure = welcome.portal.value?.failure;
  if (failure?.reason !== 'permission-missing') return null;
  return (
    <p role="alert">
      {failureWords(failure)}{' '}
      <button class="button" type="button" onClick={() => void welcome.allowApi(failure.origins)}>
        {say('allow')}
      </button>
    </p>
  );
}

function HiddenSession({ welcome }: { welcome: Welcome }) {
  const own = welcome.portal.value;
  if (own?.signIn?.state !== 'failed' || own.signIn.failure.reason !== 'session-hidden') return null;
  return (
    <p role="alert">
      {failureWords(own.signIn.failure)}{' '}
      <button class="button" type="button" onClick={() => void welcome.signInWithAws(own.portal)}>
        {say('signInWithAws')}
      </button>
    </p>
  );
}

/** What to do now, and how to get there where the button is out of sight. */
function allThere({ hotkey, isInSight }: ToolbarButton): string {
  const more = [hotkey && say('welcomeHotkey', hotkey), isInSight ? '' : say('welcomePin')];
  return [say('welcomeAllThere'), ...more].filter(Boolean).join(' ');
}

function Counts({ welcome }: { welcome: Welcome }) {
  const { accounts, roles, apps, state } = welcome.summary.value;
  return (
    <div>
      <p
        class="count"
        role="status"
        aria-live={liveness(state)}
        data-inventory={state}
        data-accounts={accounts}
        data-roles={roles}
        data-apps={apps}
      >
        {sayCount('accounts', accounts)} · {sayCount('roles', roles)} · {sayCount('apps', apps)}
      </p>
      <p>{state === 'complete' ? allThere(welcome.button.value) : say('welcomeComing')}</p>
    </div>
  );
}
