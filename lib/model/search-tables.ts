import type { AccountId } from './account';
import { chosenFor } from './chosen';
import type { Account, App, Portal } from './directory';
import { choicesOf, type Personal } from './personal';
import { subjectOf } from './rulebook';
import { services } from './service';
import { isStepEnd, type Steps } from './steps';
import { createTableBuilder, Field, type TextTable } from './text-table';

/** The texts of accounts: what names them first, what only mentions them behind. */
export function* tableOfAccounts(
  accounts: readonly Account[],
  personal: Personal,
  portals: ReadonlyMap<string, Portal>,
): Steps<TextTable> {
  const table = createTableBuilder(accounts.length);
  const groups = new Map<AccountId, string[]>();
  for (const { name, accounts: members } of personal.groups)
    for (const id of members) groups.set(id, [...(groups.get(id) ?? []), name]);
  for (const [number, account] of accounts.entries()) {
    const { label = '', emoji = '', group = '' } = chosenFor(personal, subjectOf(account));
    table.add(number, Field.name, account.name);
    table.add(number, Field.label, label);
    table.add(number, Field.group, emoji);
    for (const own of new Set([group, ...(groups.get(account.id) ?? [])])) table.add(number, Field.group, own);
    if (isStepEnd(number)) yield;
  }
  for (const [number, { id, email, portal }] of accounts.entries()) {
    table.add(number, Field.email, email);
    table.add(number, Field.note, (choicesOf(personal, id).note ?? '').slice(0, 200));
    table.add(number, Field.portal, portals.get(portal)?.name ?? '');
    if (isStepEnd(number)) yield;
  }
  return yield* table.buildSteps();
}

export function tableOfRoles(names: readonly string[], { chained }: Personal): TextTable {
  const table = createTableBuilder(names.length);
  const labels = new Map(chained.map(({ roleName, label }) => [roleName, label]));
  names.forEach((name, number) => {
    table.add(number, Field.name, name);
    table.add(number, Field.label, labels.get(name) ?? '');
  });
  return table.build();
}

export function tableOfApps(apps: readonly App[], portals: ReadonlyMap<string, Portal>): TextTable {
  const table = createTableBuilder(apps.length);
  apps.forEach(({ name }, number) => {
    table.add(number, Field.name, name);
  });
  apps.forEach(({ kind, portal }, number) => {
    table.add(number, Field.kind, kind);
    table.add(number, Field.portal, portals.get(portal)?.name ?? '');
  });
  return table.build();
}

let serviceTable: TextTable | undefined;

export function tableOfServices(): TextTable {
  if (serviceTable) return serviceTable;
  const table = createTableBuilder(services.length);
  services.forEach(({ id, name, aliases }, number) => {
    table.add(number, Field.name, name);
    for (const other of [id, ...aliases]) table.add(number, Field.group, other);
  });
  return (serviceTable = table.build());
}
