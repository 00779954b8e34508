import { computed, signal } from '@preact/signals';
import type { CopySecret } from '../actions/action';
import type { Background } from '../background';
import { awsConfig, type ChosenRole } from '../model/aws-config';
import type { Client } from '../model/call';
import type { CredentialForm } from '../model/credential-form';
import type { Directory } from '../model/directory';
import type { Failure, Outcome } from '../model/failure';
import { fold } from '../model/fold';
import { chosenFor } from '../model/chosen';
import { defaultPreferences, type Preferences } from '../model/look';
import { emptyPersonal, type Personal } from '../model/personal';
import { subjectOf } from '../model/rulebook';
import { defaultTemplate, templateProblem } from '../model/profile-name';
import { emptyDirectory } from '../model/snapshot';
import { createAtOnce } from './at-once';
import { createFailures } from './failures';

export interface CommandLineWorld {
  read(): Promise<{ directory: Directory; personal: Personal }>;
  readonly background: Client<Background>;
  download(name: string, text: string): void;
  copy(text: string): Promise<boolean>;
  readonly copySecret: CopySecret;
}

export type CommandLine = ReturnType<typeof createCommandLine>;

type CredentialSetting = keyof Pick<Preferences, 'copyCredentials' | 'credentialForm'>;

/** The memory of "Command line": which roles, named how; and which credentials were copied, never what they are. */
export function createCommandLine(world: CommandLineWorld) {
  const directory = signal<Directory>(emptyDirectory);
  const personal = signal<Personal>(emptyPersonal);
  const words = signal('');
  const template = signal(defaultTemplate);
  const without = signal<ReadonlySet<string>>(new Set());
  const { stored, shown: preferences, during } = createAtOnce<Preferences>(defaultPreferences);
  const failure = signal<Failure | undefined>(undefined);
  const failures = createFailures<CredentialSetting>();
  const copied = signal<{ readonly role: string; readonly expiresAtMs: number } | undefined>(undefined);

  const all = computed(() => rolesOf(directory.value, personal.value));
  /** What fits the words, all of them. */
  const listed = computed(() => {
    const wanted = words.value.split(/\s+/).filter(Boolean).map(fold);
    return all.value.filter(({ text }) => wanted.every((word) => text.includes(word))).map(({ role }) => role);
  });
  const chosen = computed(() => listed.value.filter((role) => !without.value.has(chosenKey(role))));
  const problem = computed(() => templateProblem(template.value));
  const config = computed(() => (problem.value ? undefined : awsConfig(chosen.value, template.value)));

  async function put(change: Partial<Preferences>): Promise<Outcome<Preferences>> {
    const answer = await world.background.setPreferences(change);
    if (answer.ok) stored.value = answer.value;
    return answer;
  }

  async function prefer<Field extends CredentialSetting>(field: Field, value: Preferences[Field]): Promise<void> {
    await failures.after(field, during({ [field]: value }, put));
  }

  return {
    words,
    template,
    form: computed(() => preferences.value.credentialForm),
    /** What the switch shows; the worker gives credentials once that is stored. */
    isTurnedOn: computed(() => preferences.value.copyCredentials),
    isAllowed: computed(() => stored.value.copyCredentials),
    failure,
    failureOf: failures.of,
    copied,
    listed,
    chosen,
    problem,
    config,
    isChosen: (role: ChosenRole): boolean => !without.value.has(chosenKey(role)),

    async load(): Promise<void> {
      const found = await world.read();
      directory.value = found.directory;
      personal.value = found.personal;
      const answer = await world.background.preferences({});
      if (answer.ok) stored.value = answer.value;
    },

    choose(role: ChosenRole, isChosen: boolean): void {
      const next = new Set(without.value);
      if (isChosen) next.delete(chosenKey(role));
      else next.add(chosenKey(role));
      without.value = next;
    },

    download: (): void => world.download('config', config.value?.text ?? ''),
    copy: (): Promise<boolean> => world.copy(config.value?.text ?? ''),

    async allow(isOn: boolean): Promise<void> {
      await prefer('copyCredentials', isOn);
      copied.value = undefined;
    },

    changeForm: (next: CredentialForm): Promise<void> => prefer('credentialForm', next),

    /** Must run inside a click. */
    async copyCredentials(role: ChosenRole): Promise<void> {
      const { portal, accountId, roleName } = role;
      const of = { portal: portal.startUrl, accountId, roleName };
      copied.value = undefined;
      const outcome = await world.copySecret(() => world.background.roleCredentials(of));
      failure.value = outcome.ok ? undefined : outcome.failure;
      if (outcome.ok) copied.value = { role: chosenKey(role), expiresAtMs: outcome.value.expiresAtMs };
    },
  };
}

export function chosenKey({ portal, accountId, roleName }: ChosenRole): string {
  return `${portal.startUrl} ${accountId} ${roleName}`;
}

function rolesOf({ portals, accounts }: Directory, personal: Personal): { role: ChosenRole; text: string }[] {
  const known = new Map(portals.map((portal) => [portal.startUrl, portal]));
  return accounts.flatMap((account) => {
    const { portal: startUrl, id, name, roles = [] } = account;
    const portal = known.get(startUrl);
    if (!portal) return [];
    return roles.map((roleName) => {
      const { label, region } = chosenFor(personal, subjectOf(account), { role: roleName });
      const role = { portal, accountId: id, accountName: label ?? name, roleName, region };
      return { role, text: fold([name, label, id, roleName, portal.startUrl].join(' ')) };
    });
  });
}
