import * as v from 'valibot';
import type { StartUrl } from '../model/portal';
import { type OidcClient, parseToken, type Session } from '../model/session';
import type { PendingSignIn } from '../model/sign-in';
import type { DiaryEntry } from '../model/diary';
import type { Pace } from '../model/pace';
import type { ConsoleLoad } from '../model/console-load';
import type { LaunchedTab } from '../model/launched-tab';
import type { OpenedConsole, RoleSession } from '../model/role-session';
import type { WaitingLaunch } from '../model/waiting-launch';
import type { WaitingSwitch } from '../model/waiting-switch';
import { accountId, startUrl } from '../model/arguments';
import { storedItem, type StoredItem } from './storage';

/** What `storage.session` holds for the worker alone: secrets above all. Closed to content scripts, never on the disk. */

const token = v.custom<string>((value) => parseToken(value) !== undefined);
const timeMs = v.pipe(v.number(), v.finite());
const maybe = <const Schema extends v.GenericSchema>(schema: Schema) => v.optional(schema, undefined);

const oidcClient = v.object({ id: token, secret: token, endsAtMs: timeMs });

const session = v.object({
  portal: startUrl,
  at: maybe(startUrl),
  region: v.string(),
  source: v.picklist(['portal', 'oidc']),
  token,
  madeAtMs: timeMs,
  endsAtMs: timeMs,
  isEndGuessed: maybe(v.boolean()),
  userId: v.string(),
  userName: v.string(),
  renewal: maybe(v.object({ refreshToken: token, client: oidcClient, givenAtMs: timeMs, triedAtMs: timeMs })),
});

const pendingSignIn = v.object({
  portal: startUrl,
  region: v.string(),
  client: oidcClient,
  state: v.string(),
  verifier: v.string(),
  port: v.pipe(v.number(), v.integer()),
  startedAtMs: timeMs,
  tabId: maybe(v.number()),
  code: maybe(v.string()),
  tries: v.number(),
});

export interface StoredClient extends OidcClient {
  readonly portal: StartUrl;
}

const storedClient = v.object({ ...oidcClient.entries, portal: startUrl });

const pace = v.object({
  perSecond: v.pipe(v.number(), v.minValue(0.1)),
  ceiling: maybe(v.number()),
  changedAtMs: timeMs,
  notBeforeMs: timeMs,
  refusals: v.number(),
});

const waitingLaunch = v.object({ portal: startUrl, link: v.string(), tabId: v.number(), atMs: timeMs });

const waitingSwitch = v.object({
  tabId: v.number(),
  accountId,
  roleName: v.string(),
  link: v.string(),
  atMs: timeMs,
});

const launchedTab = v.object({ tabId: v.number(), portal: startUrl, accountId });

const openedConsole = v.object({ tabId: v.number(), accountId, roleName: maybe(v.string()), atMs: timeMs });

const roleSession = v.object({ mark: v.string(), accountId, roleName: v.string(), beganAtMs: timeMs });

const consoleLoad = v.object({
  tabId: v.number(),
  session: v.string(),
  accountId,
  roleName: v.string(),
  loadedAtMs: timeMs,
  saidAtMs: timeMs,
  isTelling: v.boolean(),
  isReplaced: v.boolean(),
});

const diaryEntry = v.object({
  atMs: timeMs,
  event: v.string(),
  portal: maybe(startUrl),
  details: maybe(v.record(v.string(), v.union([v.string(), v.number()]))),
});

interface PortalPace {
  readonly portal: StartUrl;
  readonly pace: Pace;
}

export const storedForWorker = {
  sessions: sessionList<Session>('sessions', session),
  signIns: sessionList<PendingSignIn>('sign-ins', pendingSignIn),
  clients: sessionList<StoredClient>('clients', storedClient),
  paces: sessionList<PortalPace>('paces', v.object({ portal: startUrl, pace })),
  waiting: sessionList<WaitingLaunch>('waiting-launches', waitingLaunch),
  switches: sessionList<WaitingSwitch>('waiting-switches', waitingSwitch),
  launched: sessionList<LaunchedTab>('launched-tabs', launchedTab),
  opened: sessionList<OpenedConsole>('opened-consoles', openedConsole),
  roleSessions: sessionList<RoleSession>('role-sessions', roleSession),
  loads: sessionList<ConsoleLoad>('console-loads', consoleLoad),
  diary: sessionList<DiaryEntry>('diary', diaryEntry),
} as const;

/** A list whose items are checked one by one when read: a damaged one is left out. */
function sessionList<Item>(key: string, schema: v.GenericSchema<unknown, unknown>): StoredItem<readonly Item[]> {
  return storedItem<readonly Item[]>('session', key, (raw) =>
    Array.isArray(raw) ? raw.filter((item): item is Item => v.is(schema, item)) : [],
  );
}
