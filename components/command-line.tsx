import './files.css';
import type { ChosenRole } from '../lib/model/aws-config';
import { credentialForms } from '../lib/model/credential-form';
import { say, sayCount, sayTime } from '../lib/model/say';
import { chosenKey, type CommandLine } from '../lib/state/command-line';
import { credentialForm, templateProblemWords } from './files-words';
import { Held } from './held';
import { LineButton } from './line-button';
import { useSettled } from './settled';
import { Switch } from './switch';
import { failureWords } from './words';

const MOST_SHOWN = 100;

export interface CommandLineProps {
  readonly cli: CommandLine;
  /** Whether the organisation decides a setting. */
  readonly isHeld: (field: 'copyCredentials' | 'credentialForm') => boolean;
}

/** `~/.aws/config` for chosen roles, and temporary credentials where they are switched on. */
export function CommandLineSettings({ cli, isHeld }: CommandLineProps) {
  const { listed, chosen, failure } = cli;
  return (
    <section id="command-line" aria-labelledby="command-line-title">
      <h2 id="command-line-title">{say('cliTitle')}</h2>
      <p class="settings-lead">{say('cliLead')}</p>
      {failure.value && <p role="alert">{failureWords(failure.value)}</p>}
      <label class="field">
        {say('cliFilter')}
        <input
          type="search"
          placeholder={say('cliFilterHint')}
          value={cli.words.value}
          onInput={(event) => (cli.words.value = event.currentTarget.value)}
        />
      </label>
      <Credentials cli={cli} isHeld={isHeld} />
      {listed.value.length === 0 && <p class="empty">{say('cliNone')}</p>}
      <ul class="roles" aria-label={say('cliFilter')}>
        {listed.value.slice(0, MOST_SHOWN).map((role) => (
          <RoleLine key={chosenKey(role)} role={role} cli={cli} />
        ))}
      </ul>
      {listed.value.length > MOST_SHOWN && <p>{sayCount('moreRoles', listed.value.length - MOST_SHOWN)}</p>}
      <p role="status">{sayCount('rolesChosen', chosen.value.length)}</p>
      <ConfigFile cli={cli} />
    </section>
  );
}

function RoleLine({ role, cli }: { role: ChosenRole; cli: CommandLine }) {
  const { accountId, accountName, roleName } = role;
  const copied = cli.copied.value?.role === chosenKey(role) ? cli.copied.value : undefined;
  return (
    <li data-account-id={accountId} data-role-name={roleName}>
      <label>
        <input
          type="checkbox"
          checked={cli.isChosen(role)}
          onChange={(event) => cli.choose(role, event.currentTarget.checked)}
        />{' '}
        <bdi>{accountName || accountId}</bdi> <span class="number">{accountId}</span> <bdi>{roleName}</bdi>
      </label>
      {cli.isAllowed.value && (
        <>
          <span role="status">{copied && say('credentialsCopiedShort', sayTime(copied.expiresAtMs))}</span>
          <LineButton
            says={say('cliCopyCredentials')}
            of={`${accountName} ${accountId} ${roleName}`.trim()}
            onPress={() => void cli.copyCredentials(role)}
          />
        </>
      )}
    </li>
  );
}

function Credentials({ cli, isHeld }: CommandLineProps) {
  return (
    <fieldset class="choices">
      <legend>{say('cliCopyCredentials')}</legend>
      <Switch
        says={say('cliAllow')}
        isOn={cli.isTurnedOn.value}
        isHeld={isHeld('copyCredentials')}
        failure={cli.failureOf('copyCredentials')}
        onTurn={(isOn) => cli.allow(isOn)}
      />
      <p class="hint">{say('cliAllowHint')}</p>
      {cli.isAllowed.value && <FormChoice cli={cli} isHeld={isHeld('credentialForm')} />}
    </fieldset>
  );
}

function FormChoice({ cli, isHeld }: { cli: CommandLine; isHeld: boolean }) {
  const whenSettled = useSettled();
  const failure = cli.failureOf('credentialForm');
  return (
    <>
      <label>
        {say('cliForm')}{' '}
        <select
          value={cli.form.value}
          disabled={isHeld}
          onChange={({ currentTarget }) =>
            whenSettled(cli.changeForm(credentialForms.find((form) => form === currentTarget.value) ?? 'sh'))
          }
        >
          {credentialForms.map((form) => (
            <option key={form} value={form}>
              {say(credentialForm[form])}
            </option>
          ))}
        </select>{' '}
        {isHeld && <Held />}
      </label>
      {failure && <p role="alert">{failureWords(failure)}</p>}
    </>
  );
}

function ConfigFile({ cli }: { cli: CommandLine }) {
  const config = cli.config.value;
  const same = config?.profiles.filter(({ wanted }) => wanted !== undefined) ?? [];
  return (
    <>
      <label class="field">
        {say('cliTemplate')}
        <input
          type="text"
          dir="ltr"
          spellcheck={false}
          value={cli.template.value}
          aria-invalid={cli.problem.value !== undefined}
          onInput={(event) => (cli.template.value = event.currentTarget.value)}
        />
      </label>
      <p class="hint">{say('cliTemplateHint')}</p>
      {cli.problem.value && <p role="alert">{templateProblemWords(cli.problem.value)}</p>}
      {same.length > 0 && (
        <p class="hint">
          {say('cliSameName')}{' '}
          <bdi>
            {same
              .slice(0, 5)
              .map(({ name }) => name)
              .join(', ')}
          </bdi>
          {same.length > 5 && ` ${sayCount('andMore', same.length - 5)}`}
        </p>
      )}
      {config && config.leftOut.length > 0 && (
        <p class="hint">
          {say('cliSignsLeftOut')} <bdi>{config.leftOut.map(({ roleName }) => roleName).join(', ')}</bdi>
        </p>
      )}
      {config && config.text !== '' && (
        <>
          <pre class="config" dir="ltr" tabIndex={0} role="region" aria-label={say('cliPreview')}>
            {config.text.length > 8_000 ? `${config.text.slice(0, 8_000)}…` : config.text}
          </pre>
          <div class="buttons">
            <button class="button" type="button" onClick={() => cli.download()}>
              {say('cliDownload')}
            </button>
            <button class="button" data-kind="quiet" type="button" onClick={() => void cli.copy()}>
              {say('cliCopy')}
            </button>
          </div>
        </>
      )}
    </>
  );
}
