import { chainedAt } from './chained-entry';
import { lookOf } from './chosen';
import type { Account, App } from './directory';
import { accountKey, type Entry, entryKey } from './entry';
import type { FoundRow } from './found';
import type { Here } from './here';
import { choicesOf, groupsOf, type Personal } from './personal';
import type { Lookup, Row } from './row';
import { partitionOfPortal } from './portal';
import { subjectOf } from './rulebook';
import { serviceName, serviceUrl } from './service';
import type { RoleHabits } from './usual-role';

/** The row of an entry; `undefined` where the directory no longer holds it. */
export function rowOf(entry: Entry, lookup: Lookup, personal: Personal, habits: RoleHabits): Row | undefined {
  if (entry.kind === 'command') return undefined;
  if (entry.kind === 'app') {
    const app = lookup.app(entry.portal, entry.appId);
    return app && appRow(app, personal);
  }
  const account = lookup.account(entry.portal, entry.accountId);
  if (!account) return undefined;
  if (entry.kind === 'account') return accountRow(account, personal, habits);
  const isGone = entry.roleName !== undefined && account.roles !== undefined && !account.roles.includes(entry.roleName);
  return { ...roleRow(account, entry, personal), isGone };
}

export function accountRow(account: Account, personal: Personal, habits: RoleHabits): Row {
  const roles = account.roles && habits.inOrder(account);
  const key = accountKey(account.portal, account.id);
  return {
    ...shared(account, personal, {}),
    key,
    entry: { kind: 'account', portal: account.portal, accountId: account.id },
    roleName: roles?.[0],
    roles,
    isPinned: personal.pins.includes(key),
  };
}

function roleRow(account: Account, entry: Entry & { kind: 'role' | 'service' }, personal: Personal): Row {
  const key = entryKey(entry);
  return {
    ...shared(account, personal, hereOf(entry)),
    key,
    entry,
    roleName: entry.roleName,
    roles: [],
    isPinned: personal.pins.includes(key),
    ...servicePage(entry),
    ...chainedParts(entry, personal),
  };
}

/** The page that a service's row opens. */
function servicePage(entry: Entry): Pick<Row, 'service' | 'destination'> {
  if (entry.kind !== 'service') return {};
  const { service, region, portal } = entry;
  return { service: serviceName(service), destination: serviceUrl(service, region, partitionOfPortal(portal)) };
}

/** What is different in the row of a role that the console switches to. */
function chainedParts(entry: Entry, personal: Personal): Pick<Row, 'chained'> & Partial<Pick<Row, 'colour'>> {
  if (entry.kind !== 'role') return {};
  const role = chainedAt(personal.chained, entry);
  if (!role) return {};
  const { from, label, colour } = role;
  return { chained: { from, label }, ...(colour ? { colour } : {}) };
}

export function appRow(app: App, personal: Personal): Row {
  const entry: Entry = { kind: 'app', portal: app.portal, appId: app.id };
  const key = entryKey(entry);
  return {
    key,
    entry,
    name: app.name || app.id,
    isNameAltered: false,
    accountId: undefined,
    roleName: undefined,
    roles: [],
    detail: app.kind,
    colour: undefined,
    level: 'other',
    isPinned: personal.pins.includes(key),
  };
}

/** The role and region that a row says; an account's own row says none, whatever Enter takes. */
function hereOf(entry: Entry): Here {
  if (entry.kind === 'role') return { role: entry.roleName };
  return entry.kind === 'service' ? { role: entry.roleName, region: entry.region } : {};
}

function shared(
  account: Account,
  personal: Personal,
  here: Here,
): Pick<Row, 'name' | 'ownName' | 'isNameAltered' | 'accountId' | 'detail' | 'colour' | 'level'> {
  const look = lookOf(personal, subjectOf(account), here);
  return {
    name: look.label || account.id,
    ...(look.label.endsWith(account.name) ? {} : { ownName: account.name }),
    isNameAltered: account.nameAltered,
    accountId: account.id,
    detail: account.email,
    colour: look.colour,
    level: look.level,
  };
}

/** The row of what a search found, with the parts that its words matched. */
export function rowOfFound(found: FoundRow, personal: Personal): Row | undefined {
  const { account, app, entry, key, isPinned, matches, destination, isGone, lacksRole } = found;
  if (app) return { ...appRow(app, personal), matches };
  if (!account) return undefined;
  return {
    ...shared(account, personal, hereOf(entry)),
    key,
    entry,
    roleName: found.roleName,
    roles: entry.kind === 'account' ? found.roles : [],
    isPinned,
    matches,
    groups: groupsOf(personal, account.id).join(', '),
    note: choicesOf(personal, account.id).note ?? '',
    destination,
    isGone,
    lacksRole,
    service: found.service?.name ?? found.page,
    ...chainedParts(entry, personal),
  };
}
