/** The parts that a person's choice for one account and a rule's for many have in common, as they may be stored. */

const LONGEST_LANDING = 2_000;
const signs = new Intl.Segmenter();

/** One sign as a person sees it, or ''. Joined emoji keep their joiners, so `cleanName` is too strict here. */
export function cleanEmoji(value: unknown): string {
  if (typeof value !== 'string' || value === '') return '';
  const [first] = signs.segment(value.slice(0, 64).trim());
  const sign = first?.segment ?? '';
  return sign.length <= 16 && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(sign) ? sign : '';
}

/** What has the form of a region, known or not; else ''. */
export function cleanRegion(value: unknown): string {
  return typeof value === 'string' && /^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(value) ? value : '';
}

/** A service's id or a console address; whether it leads anywhere is found out when it is opened. */
export function cleanLanding(value: unknown): string {
  return typeof value === 'string' && value.length <= LONGEST_LANDING ? value : '';
}
