import * as v from 'valibot';
import { type AccountId, parseAccountId, parseRoleName, type RoleName } from './account';
import type { ParseArguments } from './call';
import { type Colour, parseColour } from './colour';
import { LONGEST_PAGE } from './pasted';
import type { StartUrl } from './portal';
import { isStartUrl } from './snapshot';
import { parseWhere, type Where } from './where';

/** Exactly these fields, each as its schema says; anything more or less is refused. */
export function exactly<const Fields extends v.ObjectEntries>(
  fields: Fields,
): ParseArguments<v.InferOutput<v.StrictObjectSchema<Fields, undefined>>> {
  const schema = v.strictObject(fields);
  return (raw) => {
    const result = v.safeParse(schema, raw);
    return result.success ? result.output : undefined;
  };
}

export const startUrl = v.custom<StartUrl>(isStartUrl);
export const accountId = v.custom<AccountId>((value) => parseAccountId(value) !== undefined);
export const roleName = v.custom<RoleName>((value) => parseRoleName(value) !== undefined);
export const shortText = v.pipe(v.string(), v.maxLength(2_048));
export const consolePage = v.pipe(v.string(), v.maxLength(LONGEST_PAGE));
export const colour = v.custom<Colour>((value) => parseColour(value) !== undefined);
export const where = v.custom<Where>((value) => parseWhere(value) !== undefined);
