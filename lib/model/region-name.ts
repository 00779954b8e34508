import { typingErrors } from './typo';
import { type Partition, partitionOfRegion, partitions } from './partition';

/** What people call a region, besides its code, one a line. */
const table = `
us-east-1 n. virginia,virginia,iad
us-east-2 ohio,cmh
us-west-1 n. california,california,sfo
us-west-2 oregon,pdx
af-south-1 cape town,south africa
ap-east-1 hong kong
ap-east-2 taipei,taiwan
ap-northeast-1 tokyo
ap-northeast-2 seoul,korea
ap-northeast-3 osaka
ap-south-1 mumbai
ap-south-2 hyderabad
ap-southeast-1 singapore
ap-southeast-2 sydney
ap-southeast-3 jakarta,indonesia
ap-southeast-4 melbourne
ap-southeast-5 malaysia,kuala lumpur
ap-southeast-6 new zealand,auckland
ap-southeast-7 thailand,bangkok
ca-central-1 canada,montreal
ca-west-1 calgary
eu-central-1 frankfurt
eu-central-2 zurich
eu-north-1 stockholm
eu-south-1 milan
eu-south-2 spain
eu-west-1 ireland,dublin
eu-west-2 london
eu-west-3 paris
il-central-1 tel aviv,israel
me-central-1 uae,dubai
me-south-1 bahrain
mx-central-1 mexico
sa-east-1 sao paulo,brazil
us-gov-west-1 govcloud west,gov west,ugw1
us-gov-east-1 govcloud east,gov east,uge1
cn-north-1 beijing
cn-northwest-1 ningxia
eusc-de-east-1 brandenburg
`;

const names = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => line.split(/ (.*)/) as [string, string]),
);

/** `euw1` for `eu-west-1`, `apne1` for `ap-northeast-1`: the short codes that infrastructure code uses. */
function shortCode(region: string): string {
  return region
    .split('-')
    .map((part) => part.replace(/^([ns])?(?:orth|outh)?([ewc])?(?:ast|est|entral)?$/, '$1$2'))
    .join('');
}

/** What AWS's console calls a region's part of the world, by the beginning of the code: `Europe (Ireland)`. */
const areas: Readonly<Record<string, string>> = {
  af: 'africa',
  ap: 'asia pacific',
  ca: 'canada',
  eu: 'europe',
  il: 'israel',
  me: 'middle east',
  mx: 'mexico',
  sa: 'south america',
};

const regions = (Object.keys(partitions) as Partition[]).flatMap((partition) => partitions[partition].regions);

const spoken = byWay((region) => [region, shortCode(region), ...townsOf(region), ...placeOf(region)]);

/** As the console's own list of regions has them, which is where people copy them. */
const inFull = byWay((region) => {
  const area = areas[region.slice(0, 2)] ?? region.replace(/-\d$/, '');
  return townsOf(region).map((town) => `${area} ${town}`);
});

function byWay(waysOf: (region: string) => readonly string[]): Map<string, string> {
  return new Map(
    regions.flatMap((region) => waysOf(region).map((way) => [way.replace(/[^a-z0-9]/g, ''), region] as const)),
  );
}

function townsOf(region: string): readonly string[] {
  return names.get(region)?.split(',') ?? [];
}

/** Of several in one place the first goes by the place alone: `us-east`. */
function placeOf(region: string): string[] {
  return region.endsWith('-1') ? [region.slice(0, -2)] : [];
}

/** The region that words mean, run together or not: `eu-west-1`, `eu west`, `euw1`, `Ireland`, `Sao Paulo`. */
export function regionNamed(words: string): string | undefined {
  const way = words.replaceAll(/[\s._-]/g, '');
  return spoken.get(way) ?? inFull.get(way);
}

export function isRegionOf(region: string, partition: Partition): boolean {
  return partitionOfRegion(region) === partition;
}

const SHORTEST_BEGINNING = 4;

/** The region whose name is being typed, with at most so many typing errors: `frank` for Frankfurt. */
export function regionStartingWith(word: string, least = SHORTEST_BEGINNING, most = 0): string | undefined {
  if (word.length < least) return undefined;
  for (const [way, region] of spoken)
    if (typingErrors(word, way, most, true) <= most && !way.includes('gov')) return region;
  return undefined;
}

const code = new RegExp(
  `(?<![a-z\\d])(?:${regions.flatMap((region) => [region.replaceAll('-', '[-_. ]?'), shortCode(region)]).join('|')})(?![a-z\\d])`,
  'i',
);

/** The first region whose code, long or short, stands in a name, and where: `plant_eu_west_1`, `plant-euw1-02`. */
export function regionIn(name: string): { region: string; start: number; end: number } | undefined {
  const found = /\d/.test(name) ? code.exec(name) : null;
  const region = found ? regionNamed(found[0].toLowerCase()) : undefined;
  return found && region !== undefined ? { region, start: found.index, end: found.index + found[0].length } : undefined;
}
