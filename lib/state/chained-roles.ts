import { computed, signal } from '@preact/signals';
import type { Background } from '../background';
import { parseAccountId } from '../model/account';
import type { Client } from '../model/call';
import {
  type ChainedRole,
  chainedRoleKey,
  parseChainedRole,
  parseChainedRoles,
  parseIamRole,
  type SwitchFrom,
} from '../model/chained-role';
import type { Directory } from '../model/directory';
import type { Failure } from '../model/failure';
import { fold } from '../model/fold';
import { mergedRoles } from '../model/merged-edits';
import type { Personal } from '../model/personal';
import { say, sayCount } from '../model/say';
import { emptyDirectory } from '../model/snapshot';
import type { Undo } from './undo';

export interface ChainedRolesWorld {
  read(): Promise<{ directory: Directory; personal: Personal }>;
  readonly background: Client<Background>;
}

export interface ChainedRoleForm {
  readonly accountId: string;
  readonly roleName: string;
  readonly label: string;
  readonly colour: string;
  /** A text of `sources`. */
  readonly from: string;
}

/** Which part of the form says nothing that could be a role's. */
export type ChainProblem = 'account' | 'role' | 'from';

const emptyForm: ChainedRoleForm = { accountId: '', roleName: '', label: '', colour: '', from: '' };

export type ChainedRoles = ReturnType<typeof createChainedRoles>;

/** The memory of "Chained roles". */
export function createChainedRoles(world: ChainedRolesWorld, undo: Undo) {
  const roles = signal<readonly ChainedRole[]>([]);
  const words = signal('');
  const directory = signal<Directory>(emptyDirectory);
  const form = signal<ChainedRoleForm>(emptyForm);
  const problem = signal<ChainProblem | undefined>(undefined);
  const failure = signal<Failure | undefined>(undefined);
  /** The key of the role that the form was filled with. */
  let edited: string | undefined;
  form.subscribe((now) => {
    if (isEmpty(now)) edited = undefined;
  });

  /** Roles to switch from, by the text that a person picks. */
  const sources = computed(
    () =>
      new Map<string, SwitchFrom>(
        directory.value.accounts.flatMap(({ portal, id, name, roles: own = [] }) =>
          own.map((roleName) => [`${name || id} · ${id} · ${roleName}`, { portal, accountId: id, roleName }] as const),
        ),
      ),
  );

  /** Those that fit the words, all of them. */
  const listed = computed(() => {
    const wanted = words.value.split(/\s+/).filter(Boolean).map(fold);
    if (wanted.length === 0) return roles.value;
    const textOf = ({ label, accountId, roleName, from }: ChainedRole): string =>
      fold([label, accountId, roleName, from?.accountId, from?.roleName].join(' '));
    return roles.value.filter((role) => wanted.every((word) => textOf(role).includes(word)));
  });

  async function store(next: readonly ChainedRole[]): Promise<boolean> {
    const outcome = await world.background.setChained({ base: [...roles.value], roles: [...next] });
    failure.value = outcome.ok ? undefined : outcome.failure;
    if (outcome.ok) roles.value = outcome.value;
    return outcome.ok;
  }

  async function change(next: readonly ChainedRole[], says: string): Promise<boolean> {
    const before = roles.value;
    const isDone = await store(next);
    if (isDone) undo.did({ says, undo: () => store(mergedRoles(roles.value, next, before)) });
    return isDone;
  }

  const others = (role: ChainedRole): ChainedRole[] =>
    roles.value.filter((other) => chainedRoleKey(other) !== chainedRoleKey(role));

  return {
    roles,
    words,
    listed,
    form,
    problem,
    failure,
    sources,

    async load(): Promise<void> {
      const found = await world.read();
      directory.value = found.directory;
      roles.value = found.personal.chained;
    },

    /** Adds what the form says, or takes it for the role that is edited, or for the one of the same name that was there. */
    async add(): Promise<void> {
      const { accountId: written, roleName, label, colour, from: source } = form.value;
      const accountId = written.replace(/[\s-]/g, '');
      const from = sources.value.get(source);
      const role = parseChainedRole({ accountId, roleName: roleName.trim(), label, colour, from });
      problem.value = role?.from ? undefined : problemOf(accountId, roleName.trim());
      if (!role?.from) return;
      const unsourced = roles.value.filter(
        (other) => other.from || other.accountId !== role.accountId || other.roleName !== role.roleName,
      );
      const old = [edited, chainedRoleKey(role)];
      const kept = unsourced.filter((other) => !old.includes(chainedRoleKey(other)));
      if (await change([...kept, role], say('settingChanged'))) form.value = { ...emptyForm, from: source };
    },

    /** Says for every role that an import left without one from which role it is switched to. */
    async connectAll(source: string): Promise<void> {
      const from = sources.value.get(source);
      problem.value = from ? undefined : 'from';
      if (!from) return;
      const next = parseChainedRoles(roles.value.map((role) => (role.from ? role : { ...role, from })));
      await change(next, sayCount('changesTaken', roles.value.filter((role) => !role.from).length));
    },

    /** Puts a role back into the form, for example to say from which role it is switched to. */
    edit(role: ChainedRole): void {
      const { accountId, roleName, label, colour, from } = role;
      const source = [...sources.value].find(
        ([, one]) => one.portal === from?.portal && one.accountId === from.accountId && one.roleName === from.roleName,
      );
      form.value = { accountId, roleName, label, colour: colour ?? '', from: source?.[0] ?? '' };
      edited = chainedRoleKey(role);
    },

    async remove(role: ChainedRole): Promise<void> {
      await change(others(role), say('nameRemoved', role.label || role.roleName));
    },
  };
}

/** Nothing is left of the role that stood there; what it is switched to from may be that of the next one too. */
function isEmpty({ accountId, roleName, label }: ChainedRoleForm): boolean {
  return accountId === '' && roleName === '' && label === '';
}

function problemOf(accountId: string, roleName: string): ChainProblem {
  if (!parseAccountId(accountId)) return 'account';
  return parseIamRole(roleName) === undefined ? 'role' : 'from';
}
