import * as v from 'valibot';
import { accountId, exactly, shortText, startUrl } from '../model/arguments';
import { call, type Sender } from '../model/call';
import type { CrawlJob } from '../model/crawl';
import type { DiaryEntry } from '../model/diary';
import { fail, type Failure, isPassing, type Outcome, succeed } from '../model/failure';
import { parsePortalAddress, type StartUrl } from '../model/portal';
import type { Policy } from '../model/policy';
import type { Status } from '../model/status';
import type { Arrivals } from './arrivals';
import type { AwsSignIn } from './aws-sign-in';
import type { Choices } from './choices';
import type { Crawler } from './crawler';
import type { Diary } from './diary';
import type { OwnPolicy } from './policy';
import type { ForgetPortal } from './forget-portal';
import type { Portals } from './portals';
import type { Sessions } from './sessions';
import type { StatusBoard } from './status-board';
import type { World } from './world';

/** What a bug report needs: no secret, nothing that AWS said beyond numbers. */
export interface Diagnostics {
  readonly events: readonly DiaryEntry[];
  readonly status: Status;
  readonly jobs: readonly CrawlJob[];
  /** What the organisation locked, and what of its policy can't be read. */
  readonly policy: Pick<Policy, 'isPresent' | 'locked' | 'problems'>;
}

interface Parts {
  readonly board: StatusBoard;
  readonly choices: Choices;
  readonly diary: Diary;
  readonly forgetPortal: ForgetPortal;
  readonly sessions: Sessions;
  readonly crawler: Crawler;
  readonly policy: OwnPolicy;
  readonly portals: Portals;
  readonly arrivals: Arrivals;
  readonly signIn: AwsSignIn;
  readonly wake: () => Promise<void>;
}

const notAPortal = fail({ reason: 'turned-away', why: 'not a portal page' });

/** What can be asked of portals, their sessions and their lists. */
export function createPortalCalls(world: World, parts: Parts) {
  const { aws, browser } = world;
  const { board, choices, diary, forgetPortal, sessions, crawler, policy, portals, arrivals, signIn, wake } = parts;

  /** Notes a portal, and tells where that can't be for its region. */
  async function note(portal: StartUrl, region: string): Promise<Failure | undefined> {
    const problem = await portals.note(portal, region);
    await board.region(portal, problem?.reason === 'unknown-region' ? problem : undefined);
    return problem;
  }

  /** A portal's page tells its token; the crawl goes on in the background. */
  async function adopt(address: StartUrl, region: string, token: string, tabId: number): Promise<Outcome> {
    const { home, problem } = await choices.inTurn(async () => {
      const known = await portals.home(address);
      return { home: known, problem: known === address ? await note(address, region) : undefined };
    });
    if (problem) return fail(problem);
    const adopted = await sessions.adopt(address, region, token);
    const portal = 'reason' in adopted ? home : await choices.inTurn(() => portalFor(address, region, adopted.userId));
    if ('reason' in adopted) {
      const isUnseen = isPassing(adopted) && !(await sessions.best(portal));
      await board.signInFailed(portal, isUnseen ? adopted : undefined);
      if (!isUnseen) await board.crawl(portal, { failure: adopted });
      await board.publish();
      return fail(adopted);
    }
    const isUnlisted = !(await browser.store.lastCrawl(portal));
    if (adopted.isNew || isUnlisted) await arrivals.signedIn({ portal, userId: adopted.userId }, tabId);
    return succeed();
  }

  /** The portal that a session belongs to: one organisation has one, at however many addresses its people sign in. */
  async function portalFor(address: StartUrl, region: string, userId: string): Promise<StartUrl> {
    const twin = await portals.twinOf(address, userId);
    if (!twin) {
      await portals.part(address);
      await portals.note(address, region);
      return address;
    }
    await crawler.stop(address);
    await sessions.move(address, twin.startUrl);
    await portals.join(address, twin);
    await board.forget(address);
    return twin.startUrl;
  }

  async function connect(portal: StartUrl, region: string): Promise<Outcome> {
    const noted = await choices.inTurn(async () =>
      (await portals.find(await portals.home(portal))) ? 'known' : await note(portal, region),
    );
    if (noted === 'known') return succeed();
    if (noted) return fail(noted);
    await board.publish();
    return succeed();
  }

  return {
    portalSignedIn: call(
      exactly({ region: shortText, token: v.pipe(v.string(), v.maxLength(16_384)) }),
      async ({ region, token }, sender) => {
        const portal = portalOf(sender);
        return portal && sender.kind === 'portal' ? adopt(portal, region, token, sender.tabId) : notAPortal;
      },
    ),

    /** A portal's page that shows no token: the portal is known from now on. */
    portalSeen: call(
      exactly({ region: shortText, isTokenHidden: v.boolean() }),
      async ({ region, isTokenHidden }, sender): Promise<Outcome> => {
        const portal = portalOf(sender);
        if (!portal) return notAPortal;
        const outcome = await connect(portal, region);
        const isHidden = isTokenHidden && (await sessions.best(portal)) === undefined;
        await board.signInFailed(portal, isHidden ? { reason: 'session-hidden', portal } : undefined);
        return outcome;
      },
    ),

    portalSignedOut: call(exactly({}), async (_, sender): Promise<Outcome> => {
      const address = portalOf(sender);
      if (address) await sessions.forgetAt(address);
      return succeed();
    }),

    /** Notes a portal before anybody has signed in there; its region is known from the address or has to be said. */
    connectPortal: call(
      exactly({ portal: startUrl, region: v.optional(shortText) }),
      async ({ portal, region }): Promise<Outcome> => {
        const parsed = parsePortalAddress(portal);
        return connect(portal, (parsed.ok ? parsed.address.region : undefined) ?? region ?? '');
      },
    ),

    openPortal: call(exactly({ portal: startUrl }), async ({ portal }): Promise<Outcome> => {
      await browser.tabs.open(`${portal}/`, 'tab');
      return succeed();
    }),

    /** "Sign in with AWS". */
    signIn: call(exactly({ portal: startUrl }), async ({ portal }): Promise<Outcome> => {
      const known = await portals.find(portal);
      return known ? signIn.begin(known) : fail({ reason: 'gone', what: 'portal' });
    }),

    signOut: call(exactly({ portal: startUrl }), async ({ portal }): Promise<Outcome> => {
      const held = await sessions.of(portal);
      await sessions.forget(portal);
      await crawler.stop(portal);
      await Promise.all(held.map(({ region, token }) => aws.portalApi(region)?.logout(token)));
      await diary.note('signed-out', portal);
      return succeed();
    }),

    forgetPortal: call(exactly({ portal: startUrl }), async ({ portal }): Promise<Outcome> => {
      if (await policy.holdsPortal(portal)) return fail({ reason: 'managed' });
      await choices.inTurn(() => forgetPortal(portal));
      return succeed();
    }),

    /** The person's name for a portal, its place among the others, counted from 0, and addresses that it had besides. */
    setPortal: call(
      exactly({
        portal: startUrl,
        name: v.optional(shortText),
        place: v.optional(v.number()),
        alsoAt: v.optional(v.array(startUrl)),
      }),
      async ({ portal, name, place, alsoAt = [] }): Promise<Outcome> => {
        await choices.inTurn(async () => {
          await portals.rejoin(portal, alsoAt);
          if (name !== undefined) await portals.rename(portal, name);
          if (place !== undefined) await portals.move(portal, place);
        });
        await board.publish();
        return succeed();
      },
    ),

    refresh: call(exactly({ portal: startUrl }), async ({ portal }): Promise<Outcome> => {
      if (!(await sessions.best(portal))) return fail({ reason: 'signed-out', portal });
      void crawler.crawl(portal);
      return succeed();
    }),

    refreshAccount: call(exactly({ portal: startUrl, accountId }), ({ portal, accountId: id }) =>
      crawler.refreshAccount(portal, id),
    ),

    /** Roles of these accounts next: they are on screen. */
    want: call(
      exactly({ portal: startUrl, accountIds: v.pipe(v.array(accountId), v.maxLength(200)) }),
      async ({ portal, accountIds }): Promise<Outcome> => {
        crawler.want(portal, accountIds);
        return succeed();
      },
    ),

    /** Goes on with whatever was interrupted: a page says it when nothing moves. */
    resume: call(exactly({}), async (): Promise<Outcome> => {
      await wake();
      return succeed();
    }),

    diagnostics: call(exactly({}), async (): Promise<Outcome<Diagnostics>> => {
      const { isPresent, locked, problems } = await policy.read();
      return succeed({
        events: await diary.read(),
        status: await board.read(),
        jobs: await browser.store.jobs(),
        policy: { isPresent, locked, problems },
      });
    }),
  };
}

function portalOf(sender: Sender): StartUrl | undefined {
  const parsed = sender.kind === 'portal' ? parsePortalAddress(sender.url) : undefined;
  return parsed?.ok ? parsed.address.startUrl : undefined;
}
