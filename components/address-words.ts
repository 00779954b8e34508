import type { AddressProblem } from '../lib/model/portal';

/** Why an address is refused, and what to do: apart from the other words, since the first run alone needs them. */
export const addressProblems: Readonly<Record<AddressProblem, string>> = {
  empty: 'Type or paste the address of your access portal.',
  'too-long': 'That is too long for an address. Copy the address of the portal page again.',
  'not-a-url': 'That is not an address. It looks like https://d-1234567890.awsapps.com/start.',
  'not-https': 'A portal is always at an https address. Copy it from the page where you pick your account.',
  'has-credentials': 'Leave the user name and password out of the address.',
  'has-port': 'Leave the port out of the address: portals have none.',
  'not-aws':
    'That host is not an AWS access portal. If your company has a short address for it, open that first and copy where it leads.',
  'unknown-region': 'Burgee does not know the region in this address yet. Please report it.',
  'account-access': 'That is account access manager, another AWS product. Copy the address of your access portal.',
  issuer: 'That is the issuer, not the page. Copy the address of the page where you pick your account.',
  incomplete: 'The address is not complete: it ends in /directory/ and your directory id.',
};
