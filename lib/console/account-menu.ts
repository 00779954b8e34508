import { type AccountId, parseAccountId } from '../model/account';

const MENU = 'nav-usernameMenu';
/** AWS's bar at the top, as it was called in its last designs. */
const BARS = ['awsc-nav-header', 'awsc-navigation-container'];
const DETAILS = '[data-testid="awsc-account-info-tile"], [data-testid="account-detail-menu"]';
/** The words right beside it are in the console's language, and a number without hyphens may be anything. */
const NUMBER = /(?<!\d)\d{4}-\d{4}-\d{4}(?!\d)/g;
const LONGEST = 2_000;

/**
 * The account that AWS's own menu names, in the first of its places that names just one. Looks there alone: a number
 * anywhere else on a page may be anybody's.
 */
export function accountInMenu(page: Document): AccountId | undefined {
  const details = BARS.flatMap((id) => [...(page.getElementById(id)?.querySelectorAll(DETAILS) ?? [])]);
  for (const place of [page.getElementById(MENU), ...details]) {
    const numbers = new Set(place?.textContent?.slice(0, LONGEST).match(NUMBER));
    if (numbers.size === 1) return parseAccountId([...numbers].join().replaceAll('-', ''));
  }
  return undefined;
}
