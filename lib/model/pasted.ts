import { type AccountId, parseAccountId, parseRoleName, type RoleName } from './account';
import { parseSessionArn } from './arn';
import { accountOfSession, parseConsoleUrl, withoutSession } from './console-url';
import { type Partition, partitionNames, partitions } from './partition';
import { parsePortalAddress, type StartUrl } from './portal';

/** What a pasted ARN or address says. Addresses that are not AWS's give at most an account number, never a page. */
export interface Pasted {
  /** Account numbers in it, the one that it is about first. */
  readonly accountIds: readonly AccountId[];
  readonly roleName: RoleName | undefined;
  /** Whose own link to a console it is. */
  readonly portal?: StartUrl;
  /** A console address without session prefix. */
  readonly destination: string | undefined;
  /** Of the destination. */
  readonly partition: Partition | undefined;
}

/** The longest console address that is opened or linked to; of a longer one the account is found, not the page. */
export const LONGEST_PAGE = 10_000;
/** What is cut off there is too long for a page, however much of it was spent on writing one address in another. */
const LONGEST_TEXT = 4 * LONGEST_PAGE;
const LONGEST_ARN = 2_048;
/** What stands around a value that was copied out of code, a list or a sentence. */
const BEFORE_VALUE = /^[\s\p{Cf}"'`([{<]{1,9}/u;
const AFTER_VALUE = /[\s\p{Cf}"'`)\]}>,;]{1,9}$/u;
/** An address with brackets of its own, as those of CloudWatch: their last one belongs to it. */
const BRACKETED = /^https:[^(]*\(.*\)$/su;

/** Reads text as something pasted; `undefined` for words. */
export function parsePasted(input: string): Pasted | undefined {
  const begun = input.slice(0, LONGEST_TEXT).trim().replace(BEFORE_VALUE, '');
  const text = BRACKETED.test(begun) ? begun : begun.replace(AFTER_VALUE, '');
  const arn = /^arn:.*/isu.exec(text)?.[0] ?? /(?<![\w-])arn:aws[a-z-]*:[^\s"'`,;]+/i.exec(text)?.[0];
  if (arn !== undefined) return parseArn(arn);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return parseAddress(text);
  return /^(?:[\w-]+\.)*(?:console\.aws\.amazon\.com|console\.amazonaws[\w.-]*)(?:[/?#]|$)/i.test(text)
    ? parseAddress(`https://${text}`)
    : undefined;
}

/** A text has no more words beside something pasted that choose its account: a sentence has. */
const MOST_BESIDE = 6;

/** A console page that names no account, and the words before and behind it. */
export function parseWordsBeside(input: string): { readonly pasted: Pasted; readonly words: string } | undefined {
  const pieces = input.trim().split(/\s+/);
  if (pieces.length < 2 || pieces.length > MOST_BESIDE + 1) return undefined;
  const at = pieces.findIndex(parsePasted);
  const pasted = parsePasted(pieces[at] ?? '');
  const isPageAlone = pasted?.destination !== undefined && pasted.accountIds.length === 0;
  return isPageAlone ? { pasted, words: pieces.toSpliced(at, 1).join(' ') } : undefined;
}

function parseArn(arn: string): Pasted {
  const match = /^arn:([a-z-]+):[\w-]*:[\w-]*:(\d{12})?:[^\s\p{C}]+$/iu.exec(arn);
  const partition = partitionNames.find((name) => name === match?.[1]);
  if (!match || !partition || arn.length > LONGEST_ARN) return nothing(arn);
  const accountId = parseAccountId(match[2]);
  const session = parseSessionArn(arn);
  const roleName = session?.principal.kind === 'permission-set' ? session.principal.name : undefined;
  const isSession = /^arn:[a-z-]+:sts:/i.test(arn);
  return {
    // The ARN of a bucket names no account, but a path in it may.
    accountIds: accountId ? [accountId] : idsIn(arn),
    roleName: parseRoleName(roleName),
    ...(isSession
      ? noPage
      : page(`https://${partitions[partition].consoleHost}/go/view?arn=${encodeURIComponent(arn)}`)),
  };
}

function parseAddress(address: string): Pasted {
  return parsePortalLink(address) ?? parseConsolePage(address) ?? nothing(address);
}

/** A portal's own link to a console, as it is shared: `…/#/console?account_id=…&role_name=…&destination=…`. */
function parsePortalLink(address: string): Pasted | undefined {
  const [start = '', route = ''] = address.split('#/console?');
  const parsed = parsePortalAddress(start);
  if (route === '' || !parsed.ok) return undefined;
  const query = new URLSearchParams(route);
  const accountId = parseAccountId(query.get('account_id'));
  return {
    accountIds: accountId ? [accountId] : [],
    roleName: parseRoleName(query.get('role_name')),
    portal: parsed.address.startUrl,
    ...page(query.get('destination') ?? ''),
  };
}

function parseConsolePage(address: string): Pasted | undefined {
  const console = parseConsoleUrl(address);
  if (!console) return undefined;
  const own = accountOfSession(console.session);
  return { accountIds: own ? [own] : idsIn(address), roleName: undefined, ...page(address) };
}

const noPage = { destination: undefined, partition: undefined } as const;

function page(address: string): Pick<Pasted, 'destination' | 'partition'> {
  const destination = withoutSession(address);
  if (destination === undefined || destination.length > LONGEST_PAGE) return noPage;
  return { destination, partition: parseConsoleUrl(destination)?.partition };
}

function nothing(text: string): Pasted {
  return { accountIds: idsIn(text), roleName: undefined, ...noPage };
}

function idsIn(text: string): AccountId[] {
  return [...new Set(text.match(/(?<!\d)\d{12}(?!\d)/g))].slice(0, 10).flatMap((id) => parseAccountId(id) ?? []);
}
