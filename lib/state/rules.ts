import { computed, signal } from '@preact/signals';
import type { Background } from '../background';
import type { AccountId } from '../model/account';
import type { Client } from '../model/call';
import { isSameJson } from '../model/canonical-json';
import { lookOf } from '../model/chosen';
import type { Directory } from '../model/directory';
import type { Failure } from '../model/failure';
import { mergedRules } from '../model/merged-edits';
import { emptyPersonal, type Personal } from '../model/personal';
import { MOST_RULES, parseRules, type Rule, type RuleSettings, type RuleWhen, withRule } from '../model/rule';
import { previewOf } from '../model/rule-preview';
import { subjectOf } from '../model/rulebook';
import { say } from '../model/say';
import { sharedColours } from '../model/shared-colour';
import { emptyDirectory } from '../model/snapshot';
import { caughtUp } from './caught-up';
import type { Undo } from './undo';

export interface RulesWorld {
  read(): Promise<{ directory: Directory; personal: Personal }>;
  readonly background: Client<Background>;
  randomId(): string;
}

export type Rules = ReturnType<typeof createRules>;

/** The memory of "Rules". A change holds at once, here, in popups and on open consoles. */
export function createRules(world: RulesWorld, undo: Undo) {
  const directory = signal<Directory>(emptyDirectory);
  const personal = signal<Personal>(emptyPersonal);
  const failure = signal<Failure | undefined>(undefined);
  /** The rule whose parts are shown. */
  const open = signal<string | undefined>(undefined);
  /** What is to be said next: the focus goes there. */
  const asks = signal<{ readonly id: string; readonly part: 'name' | 'colour' } | undefined>(undefined);
  const rules = computed(() => personal.value.rules);
  const accounts = computed(() => directory.value.accounts);
  const previews = computed(
    () => new Map(rules.value.map((rule) => [rule.id, previewOf(rule, personal.value, accounts.value)])),
  );
  const shared = computed(() => sharedColours(accounts.value, personal.value));
  /** The rules as the worker had them last; `undefined` until they have been read. */
  let base: readonly Rule[] | undefined;
  let answers = 0;
  /** What is shown has yet to be sent, be it anew. */
  let isBehind = false;
  /** Something was read that was older than what is shown. */
  let isUnread = false;
  let sending: Promise<void> | undefined;
  /** What the last message said, while its answer is waited for. */
  let onItsWay: readonly Rule[] | undefined;

  const load = caughtUp(async () => {
    if (isBehind && !sending) await send();
    const answersBefore = answers;
    const found = await world.read();
    directory.value = found.directory;
    // What is on its way to the worker, or came from it meanwhile, is newer than what was read.
    const isOlder = sending !== undefined || isBehind || answers !== answersBefore;
    isUnread = isOlder;
    if (!isOlder) base = found.personal.rules;
    personal.value = isOlder ? { ...found.personal, rules: rules.value } : found.personal;
    readAgain();
  });

  function readAgain(): void {
    if (isUnread && !isBehind && !sending) void load();
  }

  /** One message at a time; of what was typed meanwhile the last state goes. */
  function send(): Promise<void> {
    sending ??= catchUp().finally(() => {
      sending = undefined;
      readAgain();
    });
    return sending;
  }

  async function catchUp(): Promise<void> {
    while (isBehind && base) {
      isBehind = false;
      const sent = (onItsWay = rules.value);
      const outcome = await world.background.setRules({ base: [...base], rules: [...sent] });
      onItsWay = undefined;
      failure.value = outcome.ok ? undefined : outcome.failure;
      if (!outcome.ok) return void (isBehind = true);
      answered(outcome.value, sent);
    }
  }

  /** What was typed since it was sent goes on top of what the worker has. */
  function answered(stored: readonly Rule[], sent: readonly Rule[]): void {
    answers++;
    base = stored;
    personal.value = { ...personal.value, rules: mergedRules(stored, sent, rules.value) };
  }

  function put(next: readonly Rule[]): Promise<void> {
    personal.value = { ...personal.value, rules: next };
    isBehind = true;
    return send();
  }

  function change(next: readonly Rule[], says: string, name?: string): Promise<void> {
    const before = rules.value;
    const back = (): Promise<void> => put(mergedRules(rules.value, next, before));
    undo.did({ says, undo: back, ...(name === undefined ? {} : { name }) });
    return put(next);
  }

  function add(rule: { readonly when?: RuleWhen; readonly set?: RuleSettings }, at: number): string | undefined {
    if (!base || rules.value.length >= MOST_RULES) return undefined;
    const id = world.randomId();
    open.value = id;
    void change(withRule(rules.value, { when: {}, set: {}, ...rule, id }, at), say('ruleAdded'));
    return id;
  }

  return {
    rules,
    accounts,
    personal,
    portals: computed(() => directory.value.portals),
    previews,
    shared,
    failure,
    open,
    asks,
    load,
    add,

    /** The page is about to go: what still waits for the answer to a message before it goes now. */
    leave(): void {
      const known = onItsWay ?? base;
      if (isBehind && known) void world.background.setRules({ base: [...known], rules: [...rules.value] });
    },

    /** A rule at the end that decides nothing yet; its first condition is asked for. */
    addEmpty(): void {
      const id = add({}, rules.value.length);
      if (id !== undefined) asks.value = { id, part: 'name' };
    },

    /** One part of a rule; `undefined` takes it away. */
    edit(rule: Rule, part: 'when' | 'set', field: string, value: unknown): void {
      const { [field]: _, ...others } = rule[part] as Record<string, unknown>;
      const [edited] = parseRules([
        { ...rule, [part]: value === undefined || value === '' ? others : { ...others, [field]: value } },
      ]);
      if (!edited || isSameJson([edited.when, edited.set], [rule.when, rule.set])) return;
      const next = rules.value.map((one) => (one.id === rule.id ? { ...edited, place: rule.place } : one));
      void change(next, say('ruleChanged'), `${rule.id} ${part} ${field}`);
    },

    duplicate({ id, when, set }: Rule): void {
      add({ when, set }, rules.value.findIndex((one) => one.id === id) + 1);
    },

    remove({ id }: Rule): void {
      void change(
        rules.value.filter((one) => one.id !== id),
        say('ruleRemoved'),
      );
    },

    /** Up or down by one; nothing at the ends. */
    move(rule: Rule, by: 1 | -1): void {
      const to = rules.value.findIndex(({ id }) => id === rule.id) + by;
      if (to < 0 || to >= rules.value.length) return;
      void change(withRule(rules.value, rule, to), say('ruleMoved', String(to + 1)), `${rule.id} move`);
    },

    /** "Colour this account…": the rule that is for it alone, made where there is none, with the colour that it has. */
    colourAccount(accountId: AccountId): void {
      const own = rules.value.find(({ when }) => Object.keys(when).join() === 'ids' && when.ids?.join() === accountId);
      const account = accounts.value.find(({ id }) => id === accountId);
      const subject = account ? subjectOf(account) : { id: accountId, name: '', portals: [] };
      const { colour } = lookOf(personal.value, subject);
      open.value = own?.id ?? add({ when: { ids: [accountId] }, set: { colour } }, 0);
      if (open.value !== undefined) asks.value = { id: open.value, part: 'colour' };
    },
  };
}

/** Text of a field of a rule's conditions as the rule has it; `undefined` where it means nothing. */
export function whenFrom(field: keyof RuleWhen, text: string): RuleWhen[keyof RuleWhen] | undefined {
  const value =
    field === 'ids'
      ? text
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map((id) => id.replaceAll('-', ''))
      : text;
  return parseRules([{ when: { [field]: value } }])[0]?.when[field];
}

/** The same for what a rule decides. */
export function setFrom(field: keyof RuleSettings, text: string): RuleSettings[keyof RuleSettings] | undefined {
  return parseRules([{ set: { [field]: text } }])[0]?.set[field];
}
