import type { AccountId } from '../model/account';
import { principalName, type SessionArn } from '../model/arn';
import type { Here } from '../model/here';
import type { Evidence } from '../model/identity';
import { type Look, lookHere } from '../model/look';
import type { Standing } from '../model/tab-story';
import type { ConsoleWorld } from './console-world';
import { type Person, personIn } from './person';
import { isRole } from './view';

/** What a page's last look at itself gave. */
export interface Sighting {
  readonly standing: Standing;
  readonly evidence: Evidence;
}

/** Whom a deed may reach on a page that nobody can be sure of. */
type Reachable = ReadonlyMap<AccountId, Here>;

/** Who is named on such a page, by the names of their accounts here. */
export interface People {
  /** Whoever is signed in now, where that can be read. */
  readonly now: Person | undefined;
  /** Whose page it was, where it does not say so any more. */
  readonly before: Person | undefined;
  readonly isReplaced: boolean;
}

const isSure = ({ identity, over }: Standing): boolean => identity.state === 'known' && over !== 'stale';

/**
 * The accounts in which a deed may be done although the label shows none of them for sure: whoever is signed in now, and
 * each that the page claims to be. None where the page is known and nobody has taken its place.
 */
export function reachable({ standing, evidence: { cookie, url } }: Sighting): Reachable {
  const { region } = url;
  const { identity } = standing;
  if (isSure(standing)) return new Map();
  const claims = identity.state === 'conflict' ? identity.claims : [];
  const role = cookie && isRole(cookie.principal) ? principalName(cookie.principal) : undefined;
  const found = new Map<AccountId, Here>(claims.map((claim) => [claim, { region }]));
  return cookie ? found.set(cookie.account, { role, region }) : found;
}

/** Which guarded account a deed may reach on a page that was replaced or contradicts itself. */
export function createDoubt(
  seen: () => Sighting | undefined,
  { readLook, onLook }: Pick<ConsoleWorld, 'readLook' | 'onLook'>,
  signal: AbortSignal,
) {
  const looks = new Map<AccountId, Look | null>();
  onLook((account, own) => void (looks.has(account) && looks.set(account, own)), signal);

  const accounts = (): Reachable => {
    const sighting = seen();
    return sighting ? reachable(sighting) : new Map();
  };

  /** Reads the records of those accounts, and of whose page it was, each once, to have them before anything is pressed. */
  function look(): void {
    for (const account of [...accounts().keys(), seen()?.standing.outrun?.account])
      if (account && !looks.has(account)) {
        looks.set(account, null);
        void readLook(account).then((own) => looks.get(account) ?? looks.set(account, own));
      }
  }

  /** The first of them that is guarded, as it looks there. */
  function guarded(): Look | undefined {
    look();
    return [...accounts()]
      .map(([account, here]) => {
        const own = looks.get(account);
        return own ? lookHere(own, account, here) : undefined;
      })
      .find((own) => own?.isGuarded);
  }

  const named = (who: SessionArn): Person => personIn(who, looks.get(who.account)?.label);

  /** `undefined` where the page is known and nobody has taken its place. */
  function people(): People | undefined {
    const sighting = seen();
    if (!sighting || isSure(sighting.standing)) return undefined;
    const { standing, evidence } = sighting;
    return {
      now: evidence.cookie && named(evidence.cookie),
      before: standing.outrun && named(standing.outrun),
      isReplaced: standing.over === 'stale',
    };
  }

  return { accounts, look, guarded, people };
}
