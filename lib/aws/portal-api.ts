import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  ListAccountsCommand,
  LogoutCommand,
} from '@aws-sdk/client-sso';
import * as v from 'valibot';
import { type AccountId, parseAccountId, parseRoleName, type RoleName } from '../model/account';
import { isBadPageToken, parsePageToken } from '../model/crawl';
import { type ConsoleSignIn, isFederationLocation } from '../model/federation';
import { cleanName, hidesCharacters } from '../model/name';
import { partitionOfRegion, portalApiHost } from '../model/partition';
import { awsFailure, type AwsResult } from './aws-failure';
import { failureOfStatus, type Fetch, parseJson, send } from './http';
import { createSsoCall, type SsoCall } from './sso-client';

export interface ListedAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly nameAltered: boolean;
  readonly email: string;
}

export interface ListedApp {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
  /** The token was there but unusable: the list can't be followed further. */
  readonly isCutShort: boolean;
}

export interface WhoAmI {
  /** Epoch milliseconds on the server's clock; `undefined` where it is not told. */
  readonly expiresAtMs: number | undefined;
  /** '' where it is not told. */
  readonly userId: string;
}

export interface Person {
  /** Cleaned; '' where it is not told. */
  readonly name: string;
  readonly userId: string;
}

export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Epoch milliseconds. */
  readonly expiresAtMs: number;
}

/** The portal API of one region; every call takes the session's token and gives a value or a foreseen failure. */
export interface PortalApi {
  whoAmI(token: string, signal?: AbortSignal): Promise<AwsResult<WhoAmI>>;
  user(token: string, signal?: AbortSignal): Promise<AwsResult<Person>>;
  listAccounts(token: string, next: string | undefined, signal?: AbortSignal): Promise<AwsResult<Page<ListedAccount>>>;
  listRoles(
    token: string,
    account: AccountId,
    next: string | undefined,
    signal?: AbortSignal,
  ): Promise<AwsResult<Page<RoleName>>>;
  listApps(token: string, next: string | undefined, signal?: AbortSignal): Promise<AwsResult<Page<ListedApp>>>;
  credentials(
    token: string,
    account: AccountId,
    role: RoleName,
    signal?: AbortSignal,
  ): Promise<AwsResult<RoleCredentials>>;
  /** What signs a tab in to a console, once. Portals' own tokens only: nothing is known of others here. */
  consoleSignIn(token: string, account: AccountId, role: RoleName): Promise<AwsResult<ConsoleSignIn>>;
  logout(token: string, signal?: AbortSignal): Promise<AwsResult<undefined>>;
}

/** AWS accepts 1 to 100. */
const PAGE = 100;

/** `undefined` for a region that the partition table does not list. */
export function createPortalApi(fetch: Fetch, region: string): PortalApi | undefined {
  const host = portalApiHost(region);
  if (!host) return undefined;
  const call = createSsoCall(fetch, region, host);
  const get = (path: string, token: string, signal?: AbortSignal): Promise<AwsResult<unknown>> =>
    getJson(fetch, `https://${host}${path}`, token, signal);
  return {
    whoAmI: async (accessToken, signal) => parsed(await get('/token/whoAmI', accessToken, signal), parseWhoAmI),
    user: async (accessToken, signal) => parsed(await get('/user', accessToken, signal), parsePerson),
    listAccounts: (accessToken, next, signal) => listAccounts(call, accessToken, next, signal),
    listRoles: (accessToken, account, next, signal) => listRoles(call, accessToken, account, next, signal),
    listApps: async (accessToken, next, signal) => parsed(await get(appsPath(next), accessToken, signal), parseApps),
    credentials: async (accessToken, accountId, roleName, signal) => {
      const result = await call(
        (client) => client.send(new GetRoleCredentialsCommand({ accessToken, accountId, roleName })),
        signal,
      );
      return parsed(result, ({ roleCredentials }) => parseCredentials(roleCredentials));
    },
    consoleSignIn: async (accessToken, account, role) => {
      const path = `/federation/console?account_id=${account}&role_name=${encodeURIComponent(role)}`;
      return parsed(await get(path, accessToken), (value) => parseConsoleSignIn(value, region));
    },
    logout: async (accessToken, signal) => {
      const result = await call((client) => client.send(new LogoutCommand({ accessToken })), signal);
      return result.ok ? { ...result, value: undefined } : result;
    },
  };
}

async function listAccounts(
  call: SsoCall,
  accessToken: string,
  nextToken: string | undefined,
  signal?: AbortSignal,
): Promise<AwsResult<Page<ListedAccount>>> {
  const command = new ListAccountsCommand({ accessToken, maxResults: PAGE, nextToken });
  const result = await call((client) => client.send(command), signal);
  return parsed(result, ({ accountList, nextToken: next }) => {
    const page = pageOf(accountList, next, parseAccount);
    // Of rows that are all no accounts, this is not the list that it should be.
    return page?.items.length === 0 && accountList?.length ? undefined : page;
  });
}

async function listRoles(
  call: SsoCall,
  accessToken: string,
  accountId: AccountId,
  nextToken: string | undefined,
  signal?: AbortSignal,
): Promise<AwsResult<Page<RoleName>>> {
  const command = new ListAccountRolesCommand({ accessToken, accountId, maxResults: PAGE, nextToken });
  const result = await call((client) => client.send(command), signal);
  return parsed(result, (output) =>
    pageOf(output.roleList, output.nextToken, ({ roleName }) => parseRoleName(roleName)),
  );
}

async function getJson(fetch: Fetch, url: string, token: string, signal?: AbortSignal): Promise<AwsResult<unknown>> {
  const headers = { accept: 'application/json', 'x-amz-sso_bearer_token': token };
  const result = await send(fetch, url, { method: 'GET', headers }, signal);
  if (!result.ok) return result;
  const failure = failureOfStatus(result.value);
  if (failure) return awsFailure(failure);
  const value = parseJson(result.value.body);
  return value === undefined ? awsFailure({ kind: 'network', detail: 'not-json' }) : { ...result, value };
}

function parsed<Input, Value>(result: AwsResult<Input>, parse: (input: Input) => Value | undefined): AwsResult<Value> {
  if (!result.ok) return result;
  const value = parse(result.value);
  return value === undefined ? awsFailure({ kind: 'network', detail: 'unexpected-shape' }) : { ...result, value };
}

/** A list that is missing is not an empty list: the answer is then of an unexpected shape. Rows that do not parse are left out. */
function pageOf<Raw, Item>(
  rows: readonly Raw[] | undefined,
  next: unknown,
  parse: (row: Raw) => Item | undefined,
): Page<Item> | undefined {
  if (!Array.isArray(rows)) return undefined;
  const items = rows
    .filter((row) => typeof row === 'object' && row !== null)
    .map(parse)
    .filter((item) => item !== undefined);
  return { items, next: isBadPageToken(next) ? undefined : parsePageToken(next), isCutShort: isBadPageToken(next) };
}

function parseAccount(row: {
  accountId?: unknown;
  accountName?: unknown;
  emailAddress?: unknown;
}): ListedAccount | undefined {
  const id = parseAccountId(row.accountId);
  if (!id) return undefined;
  const nameAltered = typeof row.accountName === 'string' && hidesCharacters(row.accountName);
  return { id, name: cleanName(row.accountName), nameAltered, email: cleanName(row.emailAddress) };
}

/** Fields of an undocumented answer: any may be missing or of another type one day. */
const fields = v.record(v.string(), v.unknown());

/** An answer that tells neither an end nor a person is none. */
function parseWhoAmI(value: unknown): WhoAmI | undefined {
  const result = v.safeParse(fields, value);
  if (!result.success) return undefined;
  const { expireDate, identityStoreUserId, userIdentifier, directoryId } = result.output;
  const expiresAtMs = isTimeMs(expireDate) ? expireDate : undefined;
  const userId = userIdOf(directoryId, identityStoreUserId ?? userIdentifier);
  return expiresAtMs === undefined && userId === '' ? undefined : { expiresAtMs, userId };
}

function parsePerson(value: unknown): Person | undefined {
  const result = v.safeParse(fields, value);
  if (!result.success) return undefined;
  const { name, preferredUsername, email, managedActiveDirectoryId, identityStoreUserId, userId, subject } =
    result.output;
  return {
    name: cleanName(name) || cleanName(preferredUsername) || cleanName(email),
    userId: userIdOf(managedActiveDirectoryId, identityStoreUserId ?? userId ?? subject),
  };
}

/** A person's number in their directory; '' where the answer does not tell it. */
function userIdOf(directory: unknown, person: unknown): string {
  if ((typeof person !== 'string' && typeof person !== 'number') || person === '') return '';
  return `${typeof directory === 'string' ? directory : ''}/${person}`.slice(0, 512);
}

/** True for milliseconds of this century: what is shorter is seconds, or no time at all. */
function isTimeMs(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 1e12;
}

function appsPath(next: string | undefined): string {
  return next === undefined
    ? '/instance/appinstances'
    : `/instance/appinstances?next_token=${encodeURIComponent(next)}`;
}

const appInstances = v.object({
  result: v.array(v.unknown()),
  paginationToken: v.optional(v.unknown()),
  nextToken: v.optional(v.unknown()),
  next_token: v.optional(v.unknown()),
});

const appInstance = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z]{2,5}-[0-9a-z-]{1,64}$/i)),
  name: v.nullish(v.unknown()),
  applicationName: v.nullish(v.unknown()),
  description: v.nullish(v.unknown()),
  searchMetadata: v.nullish(v.unknown()),
});

/** Accounts stand in the same list as applications; they are the ones with an account's metadata. */
function parseApps(value: unknown): Page<ListedApp> | undefined {
  const result = v.safeParse(appInstances, value);
  if (!result.success) return undefined;
  const { paginationToken, nextToken, next_token: plainToken, result: rows } = result.output;
  const told = [paginationToken, nextToken, plainToken];
  return pageOf(
    rows,
    told.find((one) => parsePageToken(one) !== undefined || isBadPageToken(one)),
    parseApp,
  );
}

function parseApp(row: unknown): ListedApp | undefined {
  const result = v.safeParse(appInstance, row);
  if (!result.success) return undefined;
  const { id, name, applicationName, description, searchMetadata } = result.output;
  const isAccount =
    applicationName === 'AWS Account' ||
    (typeof searchMetadata === 'object' && searchMetadata !== null && 'AccountId' in searchMetadata);
  if (isAccount) return undefined;
  return { id, name: cleanName(name), kind: cleanName(applicationName) || cleanName(description) };
}

const consoleSignIn = v.object({
  signInToken: v.pipe(v.string(), v.minLength(1), v.maxLength(16_384)),
  signInFederationLocation: v.string(),
  destination: v.nullish(v.string()),
});

/** A place that is not AWS's own sign-in is never told the token. */
function parseConsoleSignIn(value: unknown, region: string): ConsoleSignIn | undefined {
  const result = v.safeParse(consoleSignIn, value);
  const partition = partitionOfRegion(region);
  if (!result.success || !partition) return undefined;
  const { signInToken: token, signInFederationLocation: location, destination } = result.output;
  return isFederationLocation(location, partition)
    ? { token, location, relayState: destination ?? undefined }
    : undefined;
}

const credentials = v.object({
  accessKeyId: v.pipe(v.string(), v.regex(/^[A-Z0-9]{16,128}$/)),
  secretAccessKey: v.pipe(v.string(), v.minLength(1), v.maxLength(4_096)),
  sessionToken: v.pipe(v.string(), v.minLength(1), v.maxLength(16_384)),
  expiration: v.pipe(v.number(), v.finite()),
});

/** The expiry must look like milliseconds: a value in seconds would be in 1970. */
function parseCredentials(value: unknown): RoleCredentials | undefined {
  const result = v.safeParse(credentials, value);
  if (!result.success || result.output.expiration < 1e12) return undefined;
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = result.output;
  return { accessKeyId, secretAccessKey, sessionToken, expiresAtMs: expiration };
}
