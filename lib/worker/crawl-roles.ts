import type { AccountId, RoleName } from '../model/account';
import { addChanges, byNeed, nextPage, noPages } from '../model/crawl';
import { parseEntryKey } from '../model/entry';
import type { Personal } from '../model/personal';
import type { AwsFailure } from '../aws/aws-failure';
import type { Answered, CrawlRun } from './crawl-run';
import { Stopped } from './stopped';

const CONCURRENT_CALLS = 5;
/** A crawl that goes on after a stop asks for one account at a time, and for one more after each so many answers. */
const ANSWERS_PER_CALL_MORE = 25;
/** This many accounts in a row without an answer: it is the network, not the accounts. */
const TROUBLES_IN_A_ROW = 3;

/**
 * Roles of every account that has not been asked for in this generation; those that somebody waits for go first. What is
 * under way when the worker is stopped is asked for twice, and a worker that was stopped is soon stopped again.
 */
export async function listRoles(run: CrawlRun, wantedNow: () => readonly AccountId[]): Promise<void> {
  const { generation } = run.job();
  const rows = await run.store.accountsOf(run.portal);
  const pending = rows.filter((row) => row.generation === generation && row.rolesGeneration < generation);
  const used = usedAccounts(await run.store.personal());
  const take = createQueue(
    pending.map(({ id }) => id),
    used,
    wantedNow,
  );
  const trouble = createTroubles();
  const isResumed = rows.some((row) => row.rolesGeneration === generation);
  const answers = createCount();
  const ask = async (after: number): Promise<void> => {
    await answers.reaches(after);
    try {
      for (let id = take(); id !== undefined; id = take()) {
        trouble.note(await rolesOf(run, id));
        answers.add();
      }
    } finally {
      answers.end();
    }
  };
  const each = isResumed ? ANSWERS_PER_CALL_MORE : 0;
  await run.together(Array.from({ length: CONCURRENT_CALLS }, (_, nth) => ask(nth * each)));
  const left = trouble.last();
  if (left) throw new Stopped(left);
}

/**
 * Asks for one account's roles and stores them. What the network kept back stays for the next run; what AWS will not
 * say, however often it is asked, stays as it was.
 */
async function rolesOf(run: CrawlRun, id: AccountId): Promise<AwsFailure | undefined> {
  const answer = await askRoles(run, id);
  if (answer.kind === 'trouble' && answer.failure.kind !== 'invalid') return answer.failure;
  if (answer.kind === 'trouble') return void run.flaws.push(answer.failure);
  if (answer.kind === 'unauthorized') throw new Stopped({ kind: 'unauthorized' });
  if (answer.kind === 'forbidden') return disown(run, id);
  await run.store.commitRoles(run.portal, id, answer.value, (changes) =>
    run.advance((job) => ({ ...job, changes: addChanges(job.changes, changes) })),
  );
  run.publish();
  return undefined;
}

/** All pages of one account's roles. */
export async function askRoles(
  { api, session, signal, ask }: Pick<CrawlRun, 'api' | 'session' | 'signal' | 'ask'>,
  id: AccountId,
): Promise<Answered<RoleName[]>> {
  const roles = new Set<RoleName>();
  let progress = noPages;
  while (progress.end === 'open') {
    const { next } = progress;
    const answer = await ask(() => api.listRoles(session.token, id, next, signal));
    if (answer.kind !== 'value') return answer;
    for (const role of answer.value.items) roles.add(role);
    progress = nextPage(progress, answer.value);
  }
  return { kind: 'value', value: [...roles] };
}

/** The assignment was taken away between the two lists: this account goes at the end, the others stay. */
async function disown({ store, portal, advance }: CrawlRun, id: AccountId): Promise<undefined> {
  await store.disown(portal, id, (isNew) =>
    advance((job) => (isNew ? { ...job, changes: addChanges(job.changes, { accountsAdded: -1 }) } : job)),
  );
  return undefined;
}

/** Pinned first, then what was launched. */
function usedAccounts({ pins, launches }: Personal): AccountId[] {
  const entries = [...pins, ...Object.keys(launches)].map(parseEntryKey);
  return entries.flatMap((entry) => (entry && 'accountId' in entry ? [entry.accountId] : []));
}

/** Hands out each account once; the order follows what pages ask for. */
function createQueue(
  all: readonly AccountId[],
  used: readonly AccountId[],
  wantedNow: () => readonly AccountId[],
): () => AccountId | undefined {
  const pending = new Set(all);
  let order: AccountId[] = [];
  let orderedFor: readonly AccountId[] | undefined;
  return () => {
    const wanted = wantedNow();
    if (wanted !== orderedFor) {
      order = byNeed([...pending], wanted, used).toReversed();
      orderedFor = wanted;
    }
    const next = order.pop();
    if (next !== undefined) pending.delete(next);
    return next;
  };
}

/** A count that can be waited for; who waits for more than it comes to goes on at its end. */
function createCount(): { add(): void; reaches(count: number): Promise<void>; end(): void } {
  let count = 0;
  const waiting = new Map<() => void, number>();
  const letGo = (isDue: (wanted: number) => boolean): void => {
    for (const [go, wanted] of waiting) if (isDue(wanted) && waiting.delete(go)) go();
  };
  return {
    add() {
      count += 1;
      letGo((wanted) => wanted <= count);
    },
    reaches: (wanted) => (wanted <= count ? Promise.resolve() : new Promise((go) => waiting.set(go, wanted))),
    end: () => letGo(() => true),
  };
}

/** Counts accounts that stayed without an answer: a few are left for the next run, several in a row end this one. */
function createTroubles(): { note(failure: AwsFailure | undefined): void; last(): AwsFailure | undefined } {
  let last: AwsFailure | undefined;
  let inARow = 0;
  return {
    note(failure) {
      inARow = failure ? inARow + 1 : 0;
      if (!failure) return;
      last = failure;
      if (inARow >= TROUBLES_IN_A_ROW) throw new Stopped(failure);
    },
    last: () => last,
  };
}
