import type { AccountId } from './account';
import { type CredentialForm, credentialForms } from './credential-form';
import { accountColour, type Colour, parseColour } from './colour';
import { type Level, levelOf } from './level';

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
  /** Temporary credentials may be copied. */
  readonly copyCredentials: boolean;
  /** Where they are to be pasted. */
  readonly credentialForm: CredentialForm;
}

export const defaultPreferences: Preferences = {
  guardProduction: false,
  labelForm: 'frame',
  tabGroups: false,
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
  copyCredentials: isOn,
  credentialForm: (value) => credentialForms.find((form) => form === value),
};

export const preferenceFields = Object.keys(parsers) as readonly (keyof Preferences)[];

/** Reads what was chosen; what is not understood counts as not chosen. */
export function parseChosen(value: unknown): ChosenPreferences {
  if (typeof value !== 'object' || value === null) return {};
  const read = preferenceFields.map((field) => [field, parsers[field](Reflect.get(value, field))] as const);
  return Object.fromEntries(read.filter(([, chosen]) => chosen !== undefined)) as ChosenPreferences;
}

export function lookKey(id: AccountId): `look:${string}` {
  return `look:${id}`;
}

/** The one place where name becomes look: the launcher, the console, favicon, title and tab group all ask here. */
export function lookOf(
  account: { readonly id: AccountId; readonly name: string },
  chosen: {
    readonly label?: string | undefined;
    readonly emoji?: string | undefined;
    readonly colour?: Colour | undefined;
  } = {},
  preferences: Preferences = defaultPreferences,
): Look {
  const level = levelOf(account.name);
  const label = chosen.label ?? account.name;
  return {
    label: chosen.emoji ? `${chosen.emoji} ${label}` : label,
    colour: chosen.colour ?? accountColour(account.id, level),
    level,
    isGuarded: preferences.guardProduction && level === 'production',
    form: preferences.labelForm,
  };
}

const levels: readonly unknown[] = ['production', 'staging', 'development', 'sandbox', 'other'] satisfies Level[];

/** A stored look; `undefined` where it is not one. */
export function parseLook(value: unknown): Look | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { label, colour, level, isGuarded, form } = value as Partial<Record<keyof Look, unknown>>;
  const parsed = parseColour(colour);
  if (typeof label !== 'string' || !parsed || !levels.includes(level)) return undefined;
  return {
    label,
    colour: parsed,
    level: level as Level,
    isGuarded: isGuarded === true,
    form: labelForms.find((own) => own === form) ?? defaultPreferences.labelForm,
  };
}
