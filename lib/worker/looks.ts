import type { AccountId } from '../model/account';
import { type Chosen, chosenFor, lookOf, lookRecord } from '../model/chosen';
import type { Account } from '../model/directory';
import type { Here } from '../model/here';
import type { Look } from '../model/look';
import { choicesOf, type Personal } from '../model/personal';
import type { StartUrl } from '../model/portal';
import type { Rule } from '../model/rule';
import type { Subject } from '../model/rulebook';
import type { OwnPreferences } from './preferences';
import type { World } from './world';

export type Looks = ReturnType<typeof createLooks>;

/** Writes the records by which console tabs know how to look; open tabs follow them at once. */
export function createLooks({ browser }: World, preferences: OwnPreferences) {
  const { store } = browser;

  /** Where the organisation holds the guard, no rule takes it away. */
  async function ownOf(): Promise<Personal> {
    const personal = await store.personal();
    if (!(await preferences.isGuardHeld())) return personal;
    return { ...personal, rules: personal.rules.map((rule) => (rule.set.guard === false ? withoutGuard(rule) : rule)) };
  }

  async function write(subjects: readonly Subject[]): Promise<void> {
    const [personal, preferred] = await Promise.all([ownOf(), preferences.read()]);
    await browser.looks.write(
      new Map(subjects.map((subject) => [subject.id, lookRecord(...asShown(subject, personal), preferred)])),
    );
  }

  /** The accounts of a portal that are being listed, with the other portals that list them where a rule asks for one. */
  async function subjectsOf(portal: StartUrl, accounts: readonly Pick<Account, 'id' | 'name'>[]): Promise<Subject[]> {
    const { rules, organisation } = await store.personal();
    const all = [...rules, ...(organisation?.above ?? []), ...(organisation?.below ?? [])];
    const isAsked = all.some(({ when }) => when.portal !== undefined || when.partition !== undefined);
    const known = isAsked ? portalsById((await store.directory()).accounts) : new Map<AccountId, StartUrl[]>();
    return accounts.map(({ id, name }) => ({ id, name, portals: [...new Set([portal, ...(known.get(id) ?? [])])] }));
  }

  return {
    /** How an account looks in a role, on a page of a region, and what else is chosen for it there; named as `portal` does. */
    async of(id: AccountId, here: Here, portal?: StartUrl): Promise<Look & { chosen: Chosen }> {
      const [personal, preferred, listed] = await Promise.all([ownOf(), preferences.read(), store.accountsById(id)]);
      const { name = '' } = listed.find((one) => one.portal === portal) ?? listed[0] ?? {};
      const subject = { id, name, portals: listed.map((one) => one.portal) };
      const [shown, own] = asShown(subject, personal);
      return { ...lookOf(shown, own, here, preferred), chosen: chosenFor(shown, own, here) };
    },

    write: async (portal: StartUrl, accounts: readonly Pick<Account, 'id' | 'name'>[]): Promise<void> =>
      write(await subjectsOf(portal, accounts)),

    /** After a choice for one account. */
    async writeOne(id: AccountId): Promise<void> {
      const listed = await store.accountsById(id);
      const portals = listed.map(({ portal }) => portal);
      if (listed[0]) await write([{ id, name: listed[0].name, portals }]);
    },

    /** After a choice that may change every look; accounts that only a chained role knows have one too. */
    async writeAll(): Promise<void> {
      const [{ accounts }, { chained }] = await Promise.all([store.directory(), store.personal()]);
      const portals = portalsById(accounts);
      const names = new Map(accounts.map(({ id, name }) => [id, name]));
      for (const { accountId, from } of chained)
        if (!names.has(accountId)) portals.set(accountId, from ? [from.portal] : []);
      await write([...portals].map(([id, own]) => ({ id, name: names.get(id) ?? '', portals: own })));
    },
  };
}

function portalsById(accounts: readonly Pick<Account, 'id' | 'portal'>[]): Map<AccountId, StartUrl[]> {
  const portals = new Map<AccountId, StartUrl[]>();
  for (const { id, portal } of accounts) portals.set(id, [...(portals.get(id) ?? []), portal]);
  return portals;
}

function withoutGuard(rule: Rule): Rule {
  const { guard: _, ...set } = rule.set;
  return { ...rule, set };
}

/** An account that AWS does not list has the label and colour of the chained role that leads there. */
function asShown(subject: Subject, personal: Personal): [personal: Personal, Subject] {
  const { accounts, chained } = personal;
  const role = subject.name === '' ? chained.find(({ accountId }) => accountId === subject.id) : undefined;
  if (!role) return [personal, subject];
  const choices = { ...(role.colour ? { colour: role.colour } : {}), ...choicesOf(personal, subject.id) };
  return [
    { ...personal, accounts: { ...accounts, [subject.id]: choices } },
    { ...subject, name: role.label },
  ];
}
