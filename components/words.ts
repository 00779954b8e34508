import type { Failure, NetworkDetail } from '../lib/model/failure';
import { say, type Sentence } from '../lib/model/say';
import type { SignInProblem } from '../lib/model/sign-in';

const networkDetails: Readonly<Record<NetworkDetail, Sentence>> = {
  offline: 'networkOffline',
  timeout: 'networkTimeout',
  'server-error': 'networkServerError',
  'not-json': 'networkNotJson',
  'unexpected-shape': 'networkUnexpectedShape',
  'too-large': 'networkTooLarge',
  unreachable: 'networkUnreachable',
  'list-shrank-to-nothing': 'networkListShrankToNothing',
  'roles-refused': 'networkRolesRefused',
};

const signInProblems: Readonly<Record<SignInProblem, Sentence>> = {
  denied: 'signInDenied',
  'code-refused': 'signInCodeRefused',
  'code-expired': 'signInCodeExpired',
  'slow-down': 'signInSlowDown',
  'redirect-refused': 'signInRedirectRefused',
  'client-refused': 'signInClientRefused',
  'no-code': 'signInNoCode',
  'too-late': 'signInTooLate',
  'bad-token': 'signInBadToken',
  interrupted: 'signInInterrupted',
  other: 'signInOther',
};

const gone: Readonly<Record<Extract<Failure, { reason: 'gone' }>['what'], Sentence>> = {
  account: 'goneAccount',
  role: 'goneRole',
  app: 'goneApp',
  portal: 'gonePortal',
  tab: 'goneTab',
};

/** What happened, in a sentence. */
export function failureWords(failure: Failure): string {
  switch (failure.reason) {
    case 'signed-out':
      return say('failureSignedOut');
    case 'session-hidden':
      return say('failureSessionHidden');
    case 'network':
      return networkWords(failure.detail);
    case 'throttled':
      return say('failureThrottled');
    case 'permission-missing':
      return say('failurePermissionMissing', hostsIn(failure.origins));
    case 'permission-refused':
      return say('failurePermissionRefused');
    case 'unknown-region':
      return say('failureUnknownRegion', failure.region, new URL(failure.portal).host);
    case 'gone':
      return say(gone[failure.what]);
    case 'sign-in':
      return say('failureSignIn', say(signInProblems[failure.problem]));
    case 'refused':
      return say('failureRefused', failure.why);
    case 'turned-away':
      return say('failureTurnedAway');
    case 'managed':
      return say('failureManaged');
    case 'storage':
      return say('failureStorage');
  }
}

/** It was AWS that answered where a list was not taken: no trouble with the network, and the sentence says what is kept. */
function networkWords(detail: NetworkDetail): string {
  const says = say(networkDetails[detail]);
  return detail === 'list-shrank-to-nothing' || detail === 'roles-refused' ? says : say('failureNetwork', says);
}

/** Hosts of match patterns, for reading. */
export function hostsIn(origins: readonly string[]): string {
  return origins.map((origin) => origin.replace(/^https:\/\/(?:\*\.)?|\/\*$/g, '')).join(', ');
}
