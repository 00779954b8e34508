import { type AccountId, formatAccountId, parseAccountId } from './account';
import { type CredentialForm, credentialForms } from './credential-form';
import { accountColour, type Colour, parseColour } from './colour';
import { fitsGlob } from './glob';
import type { Here } from './here';
import { type Level, levels } from './level';

/**
 * What one console tab may know of its own account: the only inventory data that content scripts reach.
 * Lives in `storage.local` under `lookKey(id)`.
 */
export interface Look {
  /** The person's label or the account's name; '' where neither is known. */
  readonly label: string;
  readonly colour: Colour;
  readonly level: Level;
  /** Destructive controls wait for a confirmation. */
  readonly isGuarded: boolean;
  readonly form: LabelForm;
  /** Only where some rule asks for a role or a region: what it says there, the first wins, and last what always holds. */
  readonly layers?: readonly LookLayer[] | undefined;
  readonly guardsProduction?: boolean | undefined;
}

/** What makes a look: chosen by the person, by rules, or told by the account's name. */
export interface LookParts {
  readonly label?: string;
  readonly emoji?: string;
  readonly colour?: Colour;
  readonly level?: Level;
  readonly guard?: boolean;
}

/** Parts of a look that hold in roles and regions of these names or globs. */
export interface LookLayer extends LookParts {
  readonly role?: string;
  readonly region?: string;
}

/** How a console tab is marked: all around, a bar at the top edge, or the badge alone. */
export type LabelForm = 'frame' | 'bar' | 'badge';

export const labelForms: readonly LabelForm[] = ['frame', 'bar', 'badge'];

/** What the person chose for every console tab. */
export interface Preferences {
  /** Ask before anything destructive in production accounts. */
  readonly guardProduction: boolean;
  readonly labelForm: LabelForm;
  /** One tab group per account; needs the browser's permission. */
  readonly tabGroups: boolean;
  /** Each account's consoles in a container of its own; needs a browser that has them, and its permission. */
  readonly containers: boolean;
  /** Temporary credentials may be copied. */
  readonly copyCredentials: boolean;
  /** Where they are to be pasted. */
  readonly credentialForm: CredentialForm;
}

export const defaultPreferences: Preferences = {
  guardProduction: false,
  labelForm: 'frame',
  tabGroups: false,
  containers: false,
  copyCredentials: false,
  credentialForm: 'sh',
};

/** What the person chose themselves; where a field is absent, an organisation's choice or the default holds. */
export type ChosenPreferences = Partial<Preferences>;

const isOn = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
const parsers: { readonly [Field in keyof Preferences]: (value: unknown) => Preferences[Field] | undefined } = {
  guardProduction: isOn,
  labelForm: (value) => labelForms.find((form) => form === value),
  tabGroups: isOn,
  containers: isOn,
  copyCredentials: isOn,
  credentialForm: (value) => credentialForms.find((form) => form === value),
};

export const preferenceFields = /* @__PURE__ */ Object.keys(parsers) as readonly (keyof Preferences)[];

/** Reads what was chosen; what is not understood counts as not chosen. */
export function parseChosen(value: unknown): ChosenPreferences {
  if (typeof value !== 'object' || value === null) return {};
  const read = preferenceFields.map((field) => [field, parsers[field](Reflect.get(value, field))] as const);
  return Object.fromEntries(read.filter(([, chosen]) => chosen !== undefined)) as ChosenPreferences;
}

export function lookKey(id: AccountId): `look:${string}` {
  return `look:${id}`;
}

/** The account that a key stands for; `undefined` for a key of anything else. */
export function parseLookKey(key: string): AccountId | undefined {
  return key.startsWith('look:') ? parseAccountId(key.slice('look:'.length)) : undefined;
}

/** Parts become a look: what nobody chose is the colour of account and level, and the guard that production has. */
export function dressed(
  id: AccountId,
  { label = '', emoji, colour, level = 'other', guard }: LookParts,
  { labelForm, guardProduction }: Pick<Preferences, 'labelForm' | 'guardProduction'>,
): Look {
  return {
    label: emoji ? `${emoji} ${label || formatAccountId(id)}` : label,
    colour: colour ?? accountColour(id, level),
    level,
    isGuarded: guard ?? (guardProduction && level === 'production'),
    form: labelForm,
  };
}

/** An account's look in a role and on a page of a region. */
export function lookHere(look: Look, id: AccountId, here: Here): Look {
  if (!look.layers) return look;
  const layers = look.layers.filter(({ role, region }) => fitsGlob(role, here.role) && fitsGlob(region, here.region));
  const preferences = { labelForm: look.form, guardProduction: look.guardsProduction === true };
  return dressed(id, Object.assign({}, ...layers.toReversed()) as LookParts, preferences);
}

/** A stored look; `undefined` where it is not one. */
export function parseLook(value: unknown): Look | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { label, colour, level, isGuarded, form, layers, guardsProduction } = value as Partial<
    Record<keyof Look, unknown>
  >;
  const parsed = parseColour(colour);
  if (typeof label !== 'string' || !parsed || !isLevel(level)) return undefined;
  return {
    label,
    colour: parsed,
    level,
    isGuarded: isGuarded === true,
    form: labelForms.find((own) => own === form) ?? defaultPreferences.labelForm,
    ...(Array.isArray(layers) ? { layers: layers.filter(isLayer), guardsProduction: guardsProduction === true } : {}),
  };
}

function isLevel(value: unknown): value is Level {
  return (levels as readonly unknown[]).includes(value);
}

function isLayer(value: unknown): value is LookLayer {
  if (typeof value !== 'object' || value === null) return false;
  const { role = '', region = '', label = '', emoji = '', colour, level } = value as Record<keyof LookLayer, unknown>;
  return (
    [role, region, label, emoji].every((text) => typeof text === 'string') &&
    (colour === undefined || parseColour(colour) !== undefined) &&
    (level === undefined || isLevel(level))
  );
}
