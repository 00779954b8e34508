import type { Failure, NetworkDetail } from '../lib/model/failure';
import type { Level } from '../lib/model/level';
import type { SignInProblem } from '../lib/model/sign-in';

/** Every sentence that the pages show, in one place. */

export const levelWords: Readonly<Record<Level, string>> = {
  production: 'Production',
  staging: 'Staging',
  development: 'Development',
  sandbox: 'Sandbox',
  other: '',
};

const networkWords: Readonly<Record<NetworkDetail, string>> = {
  offline: 'You are offline.',
  timeout: 'AWS did not answer in time.',
  'server-error': 'AWS has trouble answering.',
  'not-json': 'Something else answered in place of AWS.',
  'unexpected-shape': 'AWS answered in an unknown way.',
  'too-large': 'The answer was too large.',
  unreachable: 'AWS could not be reached.',
  'list-shrank-to-nothing': 'AWS lists no accounts any more, so the old list is kept.',
};

const signInProblems: Readonly<Record<SignInProblem, string>> = {
  denied: 'access was not allowed on AWS’s page.',
  'code-refused': 'AWS no longer takes this code.',
  'code-expired': 'the code had expired when it came back.',
  'slow-down': 'AWS asks to try again a little later.',
  'redirect-refused': 'AWS does not accept the address that it should come back to. Please report it.',
  'client-refused': 'AWS does not know Burgee’s registration any more. The next try makes a new one.',
  'no-code': 'AWS came back without a code.',
  'too-late': 'it took too long: a sign-in is open for ten minutes.',
  'bad-token': 'AWS gave a session that is over already.',
  interrupted: 'it was interrupted.',
  other: 'AWS refused it.',
};

/** What happened, in a sentence. */
export function failureWords(failure: Failure): string {
  switch (failure.reason) {
    case 'signed-out':
      return 'You are signed out of the portal.';
    case 'network':
      return `Network problem: ${networkWords[failure.detail]} Your list is kept.`;
    case 'throttled':
      return 'AWS asks for a pause. The list goes on by itself.';
    case 'permission-missing':
      return `Burgee may not ask ${hostsIn(failure.origins)} for your accounts yet.`;
    case 'unknown-region':
      return 'Burgee does not know the region of this portal yet.';
    case 'gone':
      return `This ${failure.what} is no longer there. Refresh the list.`;
    case 'sign-in':
      return `You are not signed in: ${signInProblems[failure.problem]}`;
    case 'refused':
      return `That did not work: ${failure.why}`;
    case 'storage':
      return 'The browser could not store this: free some disk space.';
  }
}

function hostsIn(origins: readonly string[]): string {
  return origins.map((origin) => origin.replace(/^https:\/\/|\/\*$/g, '')).join(', ');
}

/** `7 h 59 min`, `12 min`, `less than a minute`. */
export function durationWords(minutes: number): string {
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `just now`, `5 min ago`, `3 h ago`, `2 days ago`. */
export function ageWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ago`;
  return `${Math.floor(hours / 24)} days ago`;
}

export function countWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export const storageWords = {
  firstRun: 'Burgee lists your AWS accounts once it knows your access portal.',
  lost: 'The browser lost what Burgee had stored, your portal too. Connect it again and the list comes back.',
  memoryOnly: 'The browser cannot store anything for Burgee: the list lasts only while it runs. Is the disk full?',
} as const;

/** The second line of a role that the console switches to. */
export function chainedWords(label: string, from: string): string {
  return label === '' ? `Switch role from ${from}` : `${label} · switch role from ${from}`;
}
