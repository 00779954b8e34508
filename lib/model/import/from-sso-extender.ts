import { type AccountId, parseAccountId, parseRoleName, type RoleName } from '../account';
import { type ChainedRole, parseIamRole } from '../chained-role';
import { isJsonObject, jsonField, jsonList, type JsonValue } from '../json-text';
import { cleanName } from '../name';
import { parsePortalAddress, type StartUrl } from '../portal';
import { only, readColour } from './from-ini';
import type { Imported, ImportedAccount, ImportNote } from './imported';

/** What a profile's id (`p-…`) stands for; only a full export says it. */
interface Known {
  readonly accountId: AccountId;
  readonly roleName: RoleName;
}

/** `{ user: { profiles } }` since 2024, `{ users: [{ custom: { profiles } }], appProfiles }` before. */
export function isSsoExtender(value: JsonValue): boolean {
  return customs(value).some(
    (custom) => isJsonObject(jsonField(custom, 'profiles')) || isJsonObject(jsonField(custom, 'accounts')),
  );
}

/** Reads an export of AWS SSO Extender: labels, colours and favourites of profiles and accounts, and IAM roles. */
export function importSsoExtender(value: JsonValue): Imported {
  const notes: ImportNote[] = [];
  const accounts: ImportedAccount[] = [];
  const chained: ChainedRole[] = [];
  const known = knownProfiles(value);
  const portals = portalsOf(value);
  const [portal] = portals;
  for (const [at, startUrl] of portals.entries())
    notes.push({ why: 'region-missing', line: at + 1, what: new URL(startUrl).host });
  let line = 0;

  function role(item: JsonValue, from: Known | undefined): void {
    const accountId = parseAccountId(jsonField(item, 'accountId'));
    const roleName = parseIamRole(jsonField(item, 'roleName'));
    if (!accountId || roleName === undefined) {
      notes.push({ why: accountId ? 'role' : 'account', line, what: 'iamRoles' });
      return;
    }
    if (!from || !portal) notes.push({ why: 'source-unknown', line, what: cleanName(roleName) });
    const label = cleanName(jsonField(item, 'label'));
    const colour = readColour(jsonField(item, 'color'));
    chained.push({ accountId, roleName, label, colour, from: from && portal ? { ...from, portal } : undefined });
  }

  function choices(item: JsonValue): Pick<ImportedAccount, 'label' | 'colour' | 'isFavourite'> {
    const raw = jsonField(item, 'color');
    const colour = readColour(raw);
    if (raw !== undefined && raw !== null && raw !== '' && !colour) notes.push({ why: 'colour', line, what: 'color' });
    const label = cleanName(jsonField(item, 'label')) || undefined;
    return only({ label, colour, isFavourite: jsonField(item, 'favorite') === true ? true : undefined });
  }

  for (const custom of customs(value)) {
    for (const [id, item] of entriesOf(jsonField(custom, 'accounts'))) {
      line += 1;
      const accountId = parseAccountId(id);
      const chosen = choices(item);
      if (!accountId) notes.push({ why: 'account', line, what: 'accounts' });
      else if (Object.keys(chosen).length > 0) accounts.push({ accountId, ...chosen });
    }
    for (const [id, item] of entriesOf(jsonField(custom, 'profiles'))) {
      line += 1;
      const from = known.get(id);
      const chosen = choices(item);
      const isEmpty = Object.keys(chosen).length === 0;
      if (!from && !isEmpty) notes.push({ why: 'profile-unknown', line, what: cleanName(id) });
      if (from && !isEmpty) accounts.push({ ...from, ...chosen });
      for (const iamRole of jsonList(jsonField(item, 'iamRoles'))) role(iamRole, from);
    }
  }
  return {
    format: 'sso-extender',
    portals: portals.map((startUrl) => ({ startUrl, region: undefined })),
    accounts,
    chained,
    notes,
  };
}

function customs(value: JsonValue): readonly JsonValue[] {
  const user = jsonField(value, 'user');
  const users = jsonList(jsonField(value, 'users'));
  return [user, jsonField(user, 'custom'), ...users.map((each) => jsonField(each, 'custom'))].filter(
    (custom) => custom !== undefined,
  );
}

/** A directory's own portal address is made of its id. */
function portalsOf(value: JsonValue): readonly StartUrl[] {
  const users = [jsonField(value, 'user'), ...jsonList(jsonField(value, 'users'))];
  const found = users.flatMap((user) => {
    const directory = jsonField(user, 'managedActiveDirectoryId');
    if (typeof directory !== 'string' || !/^d-[0-9a-f]{10}$/.test(directory)) return [];
    const parsed = parsePortalAddress(`https://${directory}.awsapps.com/start`);
    return parsed.ok ? [parsed.address.startUrl] : [];
  });
  return [...new Set(found)];
}

function knownProfiles(value: JsonValue): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const item of jsonList(jsonField(value, 'appProfiles'))) {
    const accountId = parseAccountId(jsonField(jsonField(item, 'searchMetadata'), 'AccountId'));
    const profile = jsonField(item, 'profile');
    const id = jsonField(profile, 'id');
    const roleName = parseRoleName(jsonField(profile, 'name'));
    if (typeof id === 'string' && accountId && roleName) known.set(id, { accountId, roleName });
  }
  return known;
}

function entriesOf(value: JsonValue | undefined): [string, JsonValue][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}
