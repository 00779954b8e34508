import { chainedRoleKey } from '../chained-role';
import type { AccountChoices } from '../personal';
import type { SettingsDocument } from '../settings-document';
import { roleKey } from '../entry';
import type { Imported, ImportedAccount } from './imported';

/**
 * What one's settings are with another tool's file added. Label, colour and region belong to an account here: of several
 * roles in one account the first that says something wins.
 */
export function laidOver(own: SettingsDocument, { accounts, chained, portals }: Imported): SettingsDocument {
  const next = new Map<string, AccountChoices>(Object.entries(own.accounts));
  const said = new Set<string>();
  for (const account of accounts) {
    const { accountId } = account;
    const choices = next.get(accountId) ?? {};
    const fresh = Object.entries(choicesIn(account)).filter(([field]) => !said.has(`${accountId} ${field}`));
    for (const [field] of fresh) said.add(`${accountId} ${field}`);
    if (fresh.length > 0) next.set(accountId, { ...choices, ...Object.fromEntries(fresh) });
  }
  const known = new Set<string>(own.portals.map(({ startUrl }) => startUrl));
  const added = portals.flatMap(({ startUrl, region }) =>
    known.has(startUrl) || region === undefined ? [] : [{ startUrl, region, name: '' }],
  );
  return {
    ...own,
    portals: [...own.portals, ...added],
    accounts: Object.fromEntries(next),
    pins: [...new Set([...own.pins, ...favourites(own, accounts)])],
    chainedRoles: [...new Map([...own.chainedRoles, ...chained].map((role) => [chainedRoleKey(role), role])).values()],
  };
}

function choicesIn({ label, colour, region }: ImportedAccount): AccountChoices {
  return {
    ...(label === undefined ? {} : { label }),
    ...(colour === undefined ? {} : { colour }),
    ...(region === undefined ? {} : { region }),
  };
}

/** A favourite can be pinned where there is one portal only: another tool's file does not name it. */
function favourites({ portals }: SettingsDocument, accounts: readonly ImportedAccount[]) {
  const [portal, other] = portals;
  if (!portal || other) return [];
  return accounts.flatMap(({ isFavourite, accountId, roleName }) =>
    isFavourite && roleName ? [roleKey(portal.startUrl, accountId, roleName)] : [],
  );
}
