import './files.css';
import type { ChainedRole } from '../lib/model/chained-role';
import { sayCount } from '../lib/model/say';
import type { ChainedRoleForm, ChainedRoles } from '../lib/state/chained-roles';
import { chainProblems, chainWords } from './files-words';
import { failureWords } from './words';

/** IAM roles to switch to from a role of Identity Center. */
export function ChainedRoleSettings({ chained }: { chained: ChainedRoles }) {
  const { roles, failure, removed, problem } = chained;
  return (
    <section id="chained-roles" aria-labelledby="chained-roles-title">
      <h2 id="chained-roles-title">{chainWords.title}</h2>
      <p>{chainWords.lead}</p>
      {failure.value && <p role="alert">{failureWords(failure.value)}</p>}
      {roles.value.length === 0 && <p>{chainWords.none}</p>}
      <ul class="roles" aria-label={chainWords.title}>
        {roles.value.map((role) => (
          <ChainedLine
            key={`${role.accountId} ${role.roleName} ${role.from?.accountId} ${role.from?.roleName}`}
            role={role}
            chained={chained}
          />
        ))}
      </ul>
      {removed.value && (
        <p role="status">
          {chainWords.removed}{' '}
          <button class="button" data-kind="quiet" type="button" onClick={() => void chained.undo()}>
            {chainWords.undo}
          </button>
        </p>
      )}
      <Unconnected chained={chained} />
      <form
        class="chain-form"
        onSubmit={(event) => {
          event.preventDefault();
          void chained.add();
        }}
      >
        <Text chained={chained} field="accountId" says={chainWords.account} />
        <Text chained={chained} field="roleName" says={chainWords.role} />
        <Text chained={chained} field="label" says={chainWords.label} />
        <Text chained={chained} field="from" says={chainWords.from} list="switch-from" />
        <datalist id="switch-from">
          {[...chained.sources.value.keys()].slice(0, 2_000).map((source) => (
            <option key={source} value={source}>
              {source}
            </option>
          ))}
        </datalist>
        <Colour chained={chained} />
        {problem.value && <p role="alert">{chainProblems[problem.value]}</p>}
        <button class="button" type="submit">
          {chainWords.add}
        </button>
      </form>
    </section>
  );
}

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
        {chainWords.fromForAll} {sayCount('roles', count)}
        <input type="text" name="source" list="switch-from" autocomplete="off" />
      </label>
      <button class="button" type="submit">
        {chainWords.useForAll}
      </button>
    </form>
  );
}

function ChainedLine({ role, chained }: { role: ChainedRole; chained: ChainedRoles }) {
  const { accountId, roleName, label, colour, from } = role;
  return (
    <li data-account-id={accountId} data-role-name={roleName}>
      <span>
        <span class="swatch" style={colour ? { background: colour } : {}} /> <bdi>{label || roleName}</bdi>{' '}
        <span class="number">{accountId}</span> <bdi>{roleName}</bdi>
        <br />
        <span class="hint">
          {from ? (
            <>
              {chainWords.from} <bdi>{from.roleName}</bdi> <span class="number">{from.accountId}</span>
            </>
          ) : (
            chainWords.noSource
          )}
        </span>
      </span>
      <button class="button" data-kind="quiet" type="button" onClick={() => chained.edit(role)}>
        {chainWords.edit}
      </button>
      <button class="button" data-kind="danger" type="button" onClick={() => void chained.remove(role)}>
        {chainWords.remove}
      </button>
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
        {chainWords.noColour}
      </label>
      {colour !== '' && (
        <label>
          {chainWords.colour}{' '}
          <input type="color" value={colour} onInput={(event) => change(event.currentTarget.value)} />
        </label>
      )}
    </div>
  );
}
