import type { AccountId } from '../model/account';
import { principalName } from '../model/arn';
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

/**
 * The accounts in which a deed may be done although the label shows none of them for sure: whoever is signed in now, and
 * each that the page claims to be. None where the page is known and nobody has taken its place.
 */
export function reachable({ standing: { identity, over }, evidence: { cookie, url } }: Sighting): Reachable {
  const { region } = url;
  const isSure = identity.state === 'known' && over !== 'stale';
  if (isSure) return new Map();
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

  /** Reads the records of those accounts, each once, to have them before anything is pressed. */
  function look(): void {
    for (const account of accounts().keys())
      if (!looks.has(account)) {
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

  /** Whoever has taken the page's place, by the name that their account has here; `undefined` where nobody has. */
  function successor(): Person | undefined {
    const { standing, evidence } = seen() ?? {};
    if (standing?.over !== 'stale' || !evidence?.cookie) return undefined;
    return personIn(evidence.cookie, looks.get(evidence.cookie.account)?.label);
  }

  return { accounts, look, guarded, successor };
}
