import { parseAccountId } from '../account';
import { jsonField, jsonList, type JsonValue } from '../json-text';
import { type Imported, type ImportedAccount, type ImportNote, nothingImported } from './imported';
import { only, parseRegion, readColour } from './from-ini';

/** A list of `{ env: { account, region? } | […], style: { navigationBackgroundColor, … } }`; older files say `accounts`. */
export function isPeacock(value: JsonValue): boolean {
  const [first] = jsonList(value);
  return first !== undefined && jsonField(first, 'style') !== undefined;
}

/** Reads the configuration of AWS Peacock Management Console: a colour for accounts. Those for one region only are told: an account has one colour. */
export function importPeacock(value: JsonValue): Imported {
  const notes: ImportNote[] = [];
  const accounts: ImportedAccount[] = [];
  for (const [at, item] of jsonList(value).entries()) {
    const line = at + 1;
    const style = jsonField(item, 'style');
    const shown = jsonField(style, 'navigationBackgroundColor') ?? jsonField(style, 'accountMenuButtonBackgroundColor');
    const colour = readColour(shown);
    if (!colour) notes.push({ why: 'colour', line, what: 'style' });
    for (const place of colour ? placesOf(item) : []) {
      const accountId = parseAccountId(accountText(place.account));
      const region = parseRegion(place.region);
      if (!accountId) notes.push({ why: 'account', line, what: 'env' });
      else if ((place.region ?? '') === '') accounts.push({ accountId, ...only({ colour }) });
      else if (region === undefined) notes.push({ why: 'region', line, what: 'env' });
      else notes.push({ why: 'one-region', line, what: `${accountId} · ${region}` });
    }
  }
  return { ...nothingImported, format: 'peacock', accounts, notes };
}

interface Place {
  readonly account: JsonValue | undefined;
  readonly region: JsonValue | undefined;
}

function placesOf(item: JsonValue): readonly Place[] {
  const env = jsonField(item, 'env');
  const listed = Array.isArray(env) ? jsonList(env) : [env].filter((one) => one !== undefined);
  const regions = jsonList(jsonField(item, 'regions'));
  const older = jsonList(jsonField(item, 'accounts')).flatMap((account): Place[] =>
    regions.length === 0 ? [{ account, region: undefined }] : regions.map((region) => ({ account, region })),
  );
  return [
    ...listed.map((one): Place => ({ account: jsonField(one, 'account'), region: jsonField(one, 'region') })),
    ...older,
  ];
}

/** A number has lost its leading zeros: only one of twelve digits is surely whole. */
function accountText(account: JsonValue | undefined): unknown {
  return typeof account === 'number' && account >= 1e11 ? String(account) : account;
}
