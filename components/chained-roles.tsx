import './files.css';
import { type ChainedRole, chainedRoleKey } from '../lib/model/chained-role';
import { say, sayCount } from '../lib/model/say';
import type { ChainedRoleForm, ChainedRoles, ChainProblem } from '../lib/state/chained-roles';
import { chainProblemWords } from './files-words';
import { LineButton } from './line-button';
import { failureWords } from './words';

/** An import may bring thousands of them; what is not shown is found by its words. */
const MOST_SHOWN = 100;

/** IAM roles to switch to from a role of Identity Center. */
export function ChainedRoleSettings({ chained }: { chained: ChainedRoles }) {
  const { roles, failure, problem } = chained;
  return (
    <section id="chained-roles" aria-labelledby="chained-roles-title">
      <h2 id="chained-roles-title">{say('chainTitle')}</h2>
      <p class="settings-lead">{say('chainLead')}</p>
      {failure.value && <p role="alert">{failureWords(failure.value)}</p>}
      {roles.value.length === 0 ? <p class="empty">{say('chainNone')}</p> : <Listed chained={chained} />}
      <Unconnected chained={chained} />
      <form
        class="chain-form"
        onSubmit={(event) => {
          event.preventDefault();
          void chained.add();
        }}
      >
        <Text chained={chained} field="accountId" says={say('accountNumber')} />
        <Text chained={chained} field="roleName" says={say('chainRole')} />
        <Text chained={chained} field="label" says={say('chainLabel')} />
        <Text chained={chained} field="from" says={say('chainFrom')} list="switch-from" />
        <datalist id="switch-from">
          {[...chained.sources.value.keys()].slice(0, 2_000).map((source) => (
            <option key={source} value={source}>
              {source}
            </option>
          ))}
        </datalist>
        <Colour chained={chained} />
        {problem.value && <p role="alert">{chainProblemWords(problem.value)}</p>}
        <button class="button" type="submit">
          {say('chainAdd')}
        </button>
      </form>
    </section>
  );
}

function Listed({ chained }: { chained: ChainedRoles }) {
  const { roles, listed, words } = chained;
  return (
    <>
      {(roles.value.length > MOST_SHOWN || words.value !== '') && (
        <label class="field">
          {say('cliFilter')}
          <input
            type="search"
            placeholder={say('cliFilterHint')}
            value={words.value}
            onInput={(event) => (words.value = event.currentTarget.value)}
          />
        </label>
      )}
      <div role="status">
        {listed.value.length === 0 && <p class="empty roles-none">{say('nothingFits', words.value)}</p>}
      </div>
      {listed.value.length > 0 && (
        <ul class="roles" aria-label={say('chainTitle')}>
          {listed.value.slice(0, MOST_SHOWN).map((role) => (
            <ChainedLine key={chainedRoleKey(role)} role={role} chained={chained} />
          ))}
        </ul>
      )}
      {listed.value.length > MOST_SHOWN && <p>{sayCount('moreRoles', listed.value.length - MOST_SHOWN)}</p>}
    </>
  );
}

const wrong: Readonly<Record<ChainProblem, keyof ChainedRoleForm>> = {
  account: 'accountId',
  role: 'roleName',
  from: 'from',
};

/** After an import: one role to switch from for all that have none. */
function Unconnected({ chained }: { chained: ChainedRoles }) {
  const count = chained.roles.value.filter(({ from }) => !from).length;
  if (count === 0) return null;
  return (
    <form
      class="chain-form"
      onSubmit={(event) => {
        event.preventDefault();
        const source = new FormData(event.currentTarget).get('source');
        void chained.connectAll(typeof source === 'string' ? source : '');
      }}
    >
      <label class="field">
        {sayCount('chainFromForAll', count)}
        <input type="text" name="source" list="switch-from" autocomplete="off" />
      </label>
      <button class="button" type="submit">
        {say('chainUseForAll')}
      </button>
    </form>
  );
}

function ChainedLine({ role, chained }: { role: ChainedRole; chained: ChainedRoles }) {
  const { accountId, roleName, label, colour, from } = role;
  const spoken = `${label} ${accountId} ${roleName}`.trim();
  return (
    <li data-account-id={accountId} data-role-name={roleName}>
      <span>
        <span class="swatch" style={colour ? { background: colour } : {}} /> <bdi>{label || roleName}</bdi>{' '}
        <span class="number">{accountId}</span> <bdi>{roleName}</bdi>
        <br />
        <span class="hint">
          {from ? (
            <>
              {say('chainFrom')} <bdi>{from.roleName}</bdi> <span class="number">{from.accountId}</span>
            </>
          ) : (
            say('chainNoSource')
          )}
        </span>
      </span>
      <LineButton says={say('chainEdit')} of={spoken} onPress={() => chained.edit(role)} />
      <LineButton says={say('remove')} of={spoken} kind="danger" onPress={() => void chained.remove(role)} />
    </li>
  );
}

function Text({
  chained,
  field,
  says,
  list,
}: {
  chained: ChainedRoles;
  field: keyof ChainedRoleForm;
  says: string;
  list?: string;
}) {
  return (
    <label class="field">
      {says}
      <input
        type="text"
        list={list}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={chained.problem.value !== undefined && wrong[chained.problem.value] === field}
        value={chained.form.value[field]}
        onInput={(event) => (chained.form.value = { ...chained.form.value, [field]: event.currentTarget.value })}
      />
    </label>
  );
}

function Colour({ chained }: { chained: ChainedRoles }) {
  const { colour } = chained.form.value;
  const change = (next: string): void => {
    chained.form.value = { ...chained.form.value, colour: next };
  };
  return (
    <div class="field">
      <label>
        <input
          type="checkbox"
          checked={colour === ''}
          onChange={(event) => change(event.currentTarget.checked ? '' : '#187df0')}
        />{' '}
        {say('chainNoColour')}
      </label>
      {colour !== '' && (
        <label>
          {say('chainColour')}{' '}
          <input type="color" value={colour} onInput={(event) => change(event.currentTarget.value)} />
        </label>
      )}
    </div>
  );
}
