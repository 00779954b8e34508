import type { AccountId } from './account';
import type { CredentialForm } from './credential-form';

/** A role's temporary credentials; the worker's alone until somebody asks for their text. */
export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/**
 * The text that sets these credentials in a shell or file, every value quoted so that it is a value and nothing else.
 * `undefined` where the form cannot hold a value (line feeds in a credentials file).
 */
export function credentialsText(
  form: CredentialForm,
  credentials: TemporaryCredentials,
  profile: { readonly accountId: AccountId; readonly roleName: string },
): string | undefined {
  if (form === 'credentials-file') return credentialsFile(credentials, profile);
  // No shell's variable can hold NUL.
  if (Object.values(credentials).some((value: string) => value.includes('\0'))) return undefined;
  const lines = variables(credentials).map(([name, value]) => line[form](name, value));
  return lines.includes(undefined) ? undefined : `${lines.join('\n')}\n`;
}

function variables(credentials: TemporaryCredentials): readonly (readonly [name: string, value: string])[] {
  return [
    ['AWS_ACCESS_KEY_ID', credentials.accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey],
    ['AWS_SESSION_TOKEN', credentials.sessionToken],
  ];
}

const line: Readonly<
  Record<Exclude<CredentialForm, 'credentials-file'>, (name: string, value: string) => string | undefined>
> = {
  sh: (name, value) => `export ${name}=${quotedForSh(value)}`,
  powershell: (name, value) => `$Env:${name} = ${quotedForPowerShell(value)}`,
  cmd: (name, value) => setInCmd(name, value),
  'env-file': (name, value) => `${name}=${quotedForEnvFile(value)}`,
};

/** What AWS's own values are made of: safe without quotes everywhere. */
const PLAIN = /^[\w+/=.,:@-]+$/;

/** POSIX, 2.2.2: within single quotes nothing is special, and no single quote can stand. */
export function quotedForSh(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/** about_Quoting_Rules: a quote within single quotes is doubled; PowerShell takes the typographic ones for quotes too. */
export function quotedForPowerShell(value: string): string {
  return `'${value.replace(/['‘’‚‛]/g, '$&$&')}'`;
}

/**
 * `set` for a prompt of cmd.exe. A plain value stands in quotes; any other has a caret before each sign that means
 * something (also `%`: the caret then belongs to a variable's name that there is not). A line feed is a caret and two
 * line feeds. Carriage returns cannot be written.
 */
export function setInCmd(name: string, value: string): string | undefined {
  if (PLAIN.test(value)) return `set "${name}=${value}"`;
  if (value.includes('\r')) return undefined;
  return `set ${name}=${value.replace(/[\^&|<>()"%!]/g, '^$&').replaceAll('\n', '^\n\n')}`;
}

/** As a shell and the readers of `.env` files take it: bare, else literal in single quotes, else escaped in double ones. */
function quotedForEnvFile(value: string): string {
  if (PLAIN.test(value)) return value;
  return value.includes("'") ? `"${value.replace(/[\\"$`]/g, String.raw`\$&`)}"` : `'${value}'`;
}

/** The shared credentials file knows no quotes: what is not one plain word cannot stand in it. */
function credentialsFile(
  { accessKeyId, secretAccessKey, sessionToken }: TemporaryCredentials,
  { accountId, roleName }: { readonly accountId: AccountId; readonly roleName: string },
): string | undefined {
  const values = [accessKeyId, secretAccessKey, sessionToken];
  if (!values.every((value) => /^[\x21-\x7e]+$/.test(value))) return undefined;
  const profile = `${accountId}_${roleName.replace(/[^\w+=,.@-]/g, '_')}`;
  return `[${profile}]
aws_access_key_id = ${accessKeyId}
aws_secret_access_key = ${secretAccessKey}
aws_session_token = ${sessionToken}
`;
}
