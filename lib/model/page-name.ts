import { parseConsoleUrl } from './console-url';
import { type Service, services } from './service';

/** What a row calls a console page: its service, as the path or an ARN in it tells, and its region; `undefined` where neither is told. */
export function pageName(address: string): string | undefined {
  const console = parseConsoleUrl(address);
  if (!console) return undefined;
  const { pathname, hash, searchParams } = new URL(address);
  const [, ofArn, arnRegion] = /^arn:[^:]*:([^:]*):([^:]*)/.exec(searchParams.get('arn') ?? '') ?? [];
  const service = ofArn === undefined ? serviceAt(pathname + hash) : services.find(({ id }) => id === ofArn);
  const name = service?.name ?? ofArn ?? pathname.split('/')[1];
  const region = service?.isGlobal ? undefined : arnRegion || console.region;
  return [name, region].filter(Boolean).join(' · ') || undefined;
}

/** The service whose page it is, or a page of its console. */
function serviceAt(path: string): Service | undefined {
  const beginning = ({ page }: Service): string => page.replace(/home$/, '');
  const all = services.filter((service) => path.startsWith(beginning(service)));
  return all.toSorted((one, other) => beginning(other).length - beginning(one).length)[0];
}
