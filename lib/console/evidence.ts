import { parseConsoleUrl } from '../model/console-url';
import { type Evidence, parseSessionData, parseUserInfo, type SessionData } from '../model/identity';
import type { SessionArn } from '../model/arn';

const META = 'meta[name="awsc-session-data"]';
const COOKIE = 'aws-userInfo=';

/** What the page shows now; `undefined` where the address is not a console's. */
export function readEvidence(page: Document): Evidence | undefined {
  const url = parseConsoleUrl(page.location.href);
  return url && { url, meta: readMeta(page), cookie: readCookie(page) };
}

function readMeta(page: Document): SessionData | 'absent' | 'broken' {
  const tags = page.querySelectorAll<HTMLMetaElement>(META);
  if (tags.length === 0) return 'absent';
  const [first, ...others] = [...tags].map((tag) => tag.getAttribute('content') ?? '');
  if (first === undefined || others.some((content) => content !== first)) return 'broken';
  return parseSessionData(first);
}

export function readCookie(page: Document): SessionArn | undefined {
  const found = page.cookie.split('; ').find((part) => part.startsWith(COOKIE));
  return parseUserInfo(found?.slice(COOKIE.length));
}
