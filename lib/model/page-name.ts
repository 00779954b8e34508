import { parseConsoleUrl } from './console-url';
import { type Service, services } from './service';

/** What a row calls a console page: its service, as the path or an ARN in it tells, and its region; `undefined` where neither is told. */
export function pageName(address: string): string | undefined {
  const { pathname, hash, searchParams } = new URL(address);
  const [, ofArn, arnRegion] = /^arn:[^:]*:([^:]*):([^:]*)/.exec(searchParams.get('arn') ?? '') ?? [];
  const path = pathname + hash;
  const isOf = ({ id, page }: Service): boolean => id === ofArn || path.startsWith(page.replace(/home$/, ''));
  // Of a service and the pages of its console, the one whose address says more.
  const [service] = services.filter(isOf).toSorted((one, other) => other.page.length - one.page.length);
  const region = service?.isGlobal ? '' : arnRegion || parseConsoleUrl(address)?.region;
  return [service?.name ?? ofArn ?? pathname.split('/')[1], region].filter(Boolean).join(' · ') || undefined;
}
