import type { AddressProblem } from '../lib/model/portal';
import { say, type Sentence } from '../lib/model/say';

const problems: Readonly<Record<AddressProblem, Sentence>> = {
  empty: 'addressEmpty',
  'too-long': 'addressTooLong',
  'not-a-url': 'addressNotAUrl',
  'not-https': 'addressNotHttps',
  'has-credentials': 'addressHasCredentials',
  'has-port': 'addressHasPort',
  'not-aws': 'addressNotAws',
  'unknown-region': 'addressUnknownRegion',
  'account-access': 'addressAccountAccess',
  issuer: 'addressIssuer',
  incomplete: 'addressIncomplete',
};

/** Why an address is refused, and what to do: apart from the other words, since the first run alone needs them. */
export function addressWords(problem: AddressProblem): string {
  return say(problems[problem]);
}
