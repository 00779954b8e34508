import type { ForeignFormat, Ignored } from '../lib/model/import/imported';
import type { SharedColour } from '../lib/model/shared-colour';
import type { Change, FactKind } from '../lib/model/settings-facts';
import type { CredentialForm } from '../lib/model/credential-form';
import type { FileRefused } from '../lib/state/files';

/** Every sentence of "Import and export", "Command line" and "Chained roles". */

export const fileWords = {
  title: 'Import and export',
  lead: 'One file with everything that you set. It names the accounts that you labelled or pinned; it holds no tokens and no keys.',
  export: 'Export my settings',
  choose: 'Choose a file',
  reads:
    'Burgee reads its own files, ~/.aws/config, and the settings of AWS Extend Switch Roles, AWS SSO Extender and AWS Peacock. You see what would change before it does.',
  paste: 'or paste it here',
  look: 'Show what it changes',
  agree: 'Take it over',
  cancel: 'Cancel',
  undo: 'Undo',
  nothing: 'This file changes nothing.',
  baselineTitle: 'Team baseline',
  baselineLead:
    'A file that your team shares. It fills in what you have not set yourself; load its next version the same way.',
  hasBaseline: 'Your settings lie on top of a team’s baseline.',
  reset: 'Reset to the baseline',
  forget: 'Forget the baseline',
} as const;

export const modeWords = {
  add: 'Add to my settings',
  replace: 'Replace my settings',
  baseline: 'Take it for the team’s baseline',
} as const;

export const formatWords: Readonly<Record<'own' | ForeignFormat, string>> = {
  own: 'Settings of Burgee',
  'aws-config': 'Configuration of the AWS CLI',
  'extend-switch-roles': 'Configuration of AWS Extend Switch Roles',
  'sso-extender': 'Export of AWS SSO Extender',
  peacock: 'Configuration of AWS Peacock',
};

export function refusedWords(refused: FileRefused): string {
  const unchanged = 'Your settings are as they were.';
  if ('at' in refused) {
    const { line, column } = refused.at;
    const place = `line ${line}, column ${column}`;
    if (refused.problem === 'too-deep') return `Refused: nested too deeply at ${place}. ${unchanged}`;
    if (refused.problem === 'duplicate-key') return `Refused: the same key twice, at ${place}. ${unchanged}`;
    if (refused.problem === 'reserved-key') return `Refused: a key that no settings have, at ${place}. ${unchanged}`;
    return `Refused: this is not valid JSON at ${place}. ${unchanged}`;
  }
  const where = 'where' in refused && refused.where ? ` (at ${refused.where})` : '';
  return `Refused: ${refusals[refused.problem]}${where}. ${unchanged}`;
}

const refusals: Readonly<Record<Exclude<FileRefused, { at: unknown }>['problem'], string>> = {
  empty: 'there is nothing in it',
  'too-large': 'a settings file has at most 2 MB',
  encoding: 'it is not text in UTF-8',
  'unknown-format': 'Burgee knows no format like this',
  newer: 'it was written by a newer version of Burgee; update Burgee first',
  version: 'it does not say which version it is of',
  secret: 'it holds what looks like a token or key, which has no place in a settings file',
  shape: 'something in it is not what it should be',
  portal: 'it names a portal that is not AWS’s',
  rule: 'a rule has a condition that means nothing',
};

const kinds: Readonly<Record<FactKind, string>> = {
  portals: 'Portal',
  preferences: 'Setting',
  pins: 'Pin',
  hidden: 'Hidden entry',
  accounts: 'Account',
  groups: 'Group',
  chainedRoles: 'Chained role',
  rules: 'Rule',
};

export function changeTitle({ kind, of, field }: Change): string {
  return [
    kinds[kind],
    kind === 'chainedRoles' ? of.split(' ').slice(0, 2).join(' · ') : of.replaceAll('|', ' · '),
    field,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A value as a person reads it. */
export function valueWords(value: unknown): string {
  if (value === undefined) return 'not set';
  if (value === true) return 'on';
  if (value === false) return 'off';
  if (typeof value !== 'object' || value === null) return String(value);
  const { label, roleName, colour, name, accounts, region, ids, role } = value as Record<string, unknown>;
  if (Array.isArray(accounts)) return `${String(name)}: ${accounts.length} accounts`;
  if (Array.isArray(ids) && ids.length > 0) return `${ids.length} accounts`;
  return [label, roleName, colour, name, role, region]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');
}

export const ignoredWords: Readonly<Record<Ignored, string>> = {
  secret: 'a key or program; Burgee does not read those',
  account: 'not an account number',
  role: 'not the name of a role',
  colour: 'not a colour',
  alias: 'an account by its alias; Burgee needs its number',
  portal: 'not the address of an access portal',
  region: 'not a region',
  'profile-unknown': 'a profile whose account the file does not tell',
  'source-unknown': 'the file does not tell which role to switch from; choose it under “Chained roles”',
  'not-understood': 'not understood',
};

export const cliWords = {
  title: 'Command line',
  lead: 'A configuration for the AWS CLI with the roles that you choose, each portal as one sso-session.',
  filter: 'Accounts and roles',
  filterHint: 'Words of names, numbers or roles; nothing typed means all',
  template: 'Names of the profiles',
  templateHint: 'Fields: {account} {id} {role} {region} {partition} {portal}',
  download: 'Download the file',
  copy: 'Copy the file',
  copied: 'Copied.',
  preview: 'Preview of ~/.aws/config',
  none: 'No roles are listed yet. Connect a portal and sign in; the list then fills.',
  allow: 'Let me copy temporary credentials',
  allowHint:
    'Asked of AWS at the click, kept nowhere. The clipboard is emptied after a minute, or when you next come back to this page; it stays as it is if you close it before.',
  form: 'For',
  copyCredentials: 'Copy credentials',
  signsLeftOut: 'Roles with unusual signs in their names are left out:',
  sameName: 'Several roles would be called the same; these have their number added:',
} as const;

export const credentialFormWords: Readonly<Record<CredentialForm, string>> = {
  sh: 'sh, bash, zsh',
  powershell: 'PowerShell',
  cmd: 'Windows cmd',
  'env-file': '.env file',
  'credentials-file': '~/.aws/credentials',
};

export function copiedWords(expiresAtMs: number): string {
  return `Copied. Valid until ${new Date(expiresAtMs).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}.`;
}

export function templateProblemWords(problem: 'empty' | 'too-long' | { readonly unknown: string }): string {
  if (problem === 'empty') return 'Write at least one field.';
  return problem === 'too-long' ? 'That is too long.' : `There is no field {${problem.unknown}}.`;
}

export const chainWords = {
  title: 'Chained roles',
  lead: 'IAM roles that you switch to from a role of Identity Center. They stand in the launcher like any other role.',
  none: 'None yet. Add a customer’s role, or a role for deployments, with the role that may switch to it.',
  account: 'Account number',
  role: 'IAM role',
  label: 'Label',
  colour: 'Colour',
  noColour: 'The account’s own colour',
  from: 'Switch from',
  fromForAll: 'The role to switch from for',
  useForAll: 'Use it for all of them',
  add: 'Save the role',
  edit: 'Edit',
  remove: 'Remove',
  removed: 'Removed.',
  undo: 'Undo',
  noSource: 'Not in the launcher yet: edit it and choose the role to switch from.',
} as const;

export const chainProblems = {
  account: 'An account number has twelve digits.',
  role: 'That is not the name of an IAM role.',
  from: 'Choose the role to switch from.',
} as const;

export function sharedColourWords({ production, other, colour }: SharedColour): string {
  return `Look out: ${production} is a production account and would have the same colour as ${other} (${colour}).`;
}
