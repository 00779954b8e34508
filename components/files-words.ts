import type { CredentialForm } from '../lib/model/credential-form';
import type { ForeignFormat, Ignored } from '../lib/model/import/imported';
import { say, type Sentence } from '../lib/model/say';
import type { SharedColour } from '../lib/model/shared-colour';
import type { ChainProblem } from '../lib/state/chained-roles';
import type { FileRefused, ImportMode } from '../lib/state/files';

/** What "Import and export", "Command line" and "Chained roles" say about values. */

const modes: Readonly<Record<ImportMode, Sentence>> = {
  add: 'importModeAdd',
  replace: 'importModeReplace',
  baseline: 'importModeBaseline',
};

export function modeWords(mode: ImportMode): string {
  return say(modes[mode]);
}

const formats: Readonly<Record<'own' | ForeignFormat, Sentence>> = {
  own: 'formatOwn',
  'aws-config': 'formatAwsConfig',
  'extend-switch-roles': 'formatExtendSwitchRoles',
  'sso-extender': 'formatSsoExtender',
  peacock: 'formatPeacock',
};

export function formatWords(format: 'own' | ForeignFormat): string {
  return say(formats[format]);
}

const refusals: Readonly<Record<FileRefused['problem'], Sentence>> = {
  'too-deep': 'refusedTooDeep',
  'duplicate-key': 'refusedDuplicateKey',
  'reserved-key': 'refusedReservedKey',
  invalid: 'refusedSyntax',
  empty: 'refusedEmpty',
  'too-large': 'refusedTooLarge',
  encoding: 'refusedEncoding',
  'unknown-format': 'refusedUnknownFormat',
  newer: 'refusedNewer',
  version: 'refusedVersion',
  secret: 'refusedSecret',
  shape: 'refusedShape',
  'too-many': 'refusedTooMany',
  portal: 'refusedPortal',
  region: 'refusedRegion',
  rule: 'refusedRule',
};

/** Why a file was refused, and where. */
export function refusedWords(refused: FileRefused): string {
  const why = say(refusals[refused.problem]);
  if ('at' in refused) return say('refused', say('refusedAt', why, String(refused.at.line), String(refused.at.column)));
  return say('refused', 'where' in refused && refused.where ? say('refusedWhere', why, refused.where) : why);
}

const ignored: Readonly<Record<Ignored, Sentence>> = {
  secret: 'ignoredSecret',
  account: 'ignoredAccount',
  role: 'ignoredRole',
  colour: 'ignoredColour',
  alias: 'ignoredAlias',
  portal: 'ignoredPortal',
  region: 'ignoredRegion',
  'region-missing': 'ignoredRegionMissing',
  'one-region': 'ignoredOneRegion',
  'profile-unknown': 'ignoredProfileUnknown',
  'source-unknown': 'ignoredSourceUnknown',
  'not-understood': 'ignoredNotUnderstood',
};

export function ignoredWords(why: Ignored): string {
  return say(ignored[why]);
}

export function portalsWords(added: readonly string[], there: readonly string[]): string {
  return there.length === 0 ? say('addThePortal', hosts(added)) : say('addThePortalBeside', hosts(added), hosts(there));
}

function hosts(portals: readonly string[]): string {
  return portals.map((portal) => new URL(portal).host).join(', ');
}

export const credentialForm: Readonly<Record<CredentialForm, Sentence>> = {
  sh: 'credentialFormSh',
  powershell: 'credentialFormPowershell',
  cmd: 'credentialFormCmd',
  'env-file': 'credentialFormEnvFile',
  'credentials-file': 'credentialFormCredentialsFile',
};

export function templateProblemWords(problem: 'empty' | 'too-long' | { readonly unknown: string }): string {
  if (problem === 'empty') return say('templateEmpty');
  return problem === 'too-long' ? say('templateTooLong') : say('templateUnknown', problem.unknown);
}

const chainProblems: Readonly<Record<ChainProblem, Sentence>> = {
  account: 'chainProblemAccount',
  role: 'chainProblemRole',
  from: 'chainProblemFrom',
};

export function chainProblemWords(problem: ChainProblem): string {
  return say(chainProblems[problem]);
}

export function sharedColourWords({ production, other, colour }: SharedColour): string {
  return say('sharedColour', production, other, colour);
}
