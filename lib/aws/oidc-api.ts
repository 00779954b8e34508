import * as v from 'valibot';
import { oidcHost } from '../model/partition';
import type { StartUrl } from '../model/portal';
import { lifeOf, type OidcClient, parseToken } from '../model/session';
import { REGISTERED_REDIRECT, SCOPE } from '../model/sign-in';
import { awsFailure, type AwsResult } from './aws-failure';
import { failureOfStatus, type Fetch, parseJson, send } from './http';

export interface Tokens {
  readonly accessToken: string;
  /** Milliseconds from the answer on. */
  readonly lifeMs: number;
  /** `undefined` where the answer brought none: the old one then stays good. */
  readonly refreshToken: string | undefined;
}

/** The OIDC API of one region: only what the authorization code grant needs. The device grant is left out (phishing). */
export interface OidcApi {
  /** Registers Burgee as a public client for one portal. */
  register(portal: StartUrl, nowMs: number): Promise<AwsResult<OidcClient>>;
  redeem(client: OidcClient, code: string, verifier: string, redirectUri: string): Promise<AwsResult<Tokens>>;
  renew(client: OidcClient, refreshToken: string): Promise<AwsResult<Tokens>>;
}

/** `undefined` for a region that the partition table does not list. Endpoints that an answer names are ignored. */
export function createOidcApi(fetch: Fetch, region: string): OidcApi | undefined {
  const host = oidcHost(region);
  if (!host) return undefined;
  const post = (path: string, body: object): Promise<AwsResult<unknown>> =>
    postJson(fetch, `https://${host}${path}`, body);
  const createToken = async ({ id, secret }: OidcClient, grant: object): Promise<AwsResult<Tokens>> =>
    parsed(await post('/token', { clientId: id, clientSecret: secret, ...grant }), parseTokens);
  return {
    register: async (portal, nowMs) => parsed(await post('/client/register', clientOf(portal)), parseClient(nowMs)),
    redeem: (client, code, codeVerifier, redirectUri) =>
      createToken(client, { grantType: 'authorization_code', code, redirectUri, codeVerifier }),
    renew: (client, refreshToken) => createToken(client, { grantType: 'refresh_token', refreshToken }),
  };
}

function clientOf(portal: StartUrl): object {
  return {
    clientName: 'Burgee',
    clientType: 'public',
    scopes: [SCOPE],
    redirectUris: [REGISTERED_REDIRECT],
    grantTypes: ['authorization_code', 'refresh_token'],
    issuerUrl: portal,
  };
}

async function postJson(fetch: Fetch, url: string, body: object): Promise<AwsResult<unknown>> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const result = await send(fetch, url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!result.ok) return result;
  const failure = failureOfStatus(result.value);
  if (failure) return awsFailure(failure);
  const value = parseJson(result.value.body);
  return value === undefined ? awsFailure({ kind: 'network', detail: 'not-json' }) : { ...result, value };
}

function parsed<Value>(result: AwsResult<unknown>, parse: (value: unknown) => Value | undefined): AwsResult<Value> {
  if (!result.ok) return result;
  const value = parse(result.value);
  return value === undefined ? awsFailure({ kind: 'network', detail: 'unexpected-shape' }) : { ...result, value };
}

const shortSecret = v.pipe(v.string(), v.minLength(1), v.maxLength(16_384));
const client = v.object({
  clientId: shortSecret,
  clientSecret: shortSecret,
  clientSecretExpiresAt: v.optional(v.unknown()),
});

const SHORTEST_CLIENT_MS = 60 * 60_000;

/** A client whose end is not told is kept for an hour. */
function parseClient(nowMs: number): (value: unknown) => OidcClient | undefined {
  return (value) => {
    const result = v.safeParse(client, value);
    if (!result.success) return undefined;
    const { clientId, clientSecret, clientSecretExpiresAt: ends } = result.output;
    const endsAtMs = typeof ends === 'number' && ends > 0 ? ends * 1_000 : nowMs + SHORTEST_CLIENT_MS;
    return { id: clientId, secret: clientSecret, endsAtMs };
  };
}

const tokens = v.object({
  accessToken: v.custom<string>((value) => parseToken(value) !== undefined),
  tokenType: v.nullish(v.pipe(v.string(), v.regex(/^bearer$/i))),
  expiresIn: v.optional(v.unknown()),
  refreshToken: v.nullish(v.unknown()),
});

function parseTokens(value: unknown): Tokens | undefined {
  const result = v.safeParse(tokens, value);
  if (!result.success) return undefined;
  const { accessToken, expiresIn, refreshToken } = result.output;
  return { accessToken, lifeMs: lifeOf(expiresIn), refreshToken: parseToken(refreshToken) };
}
