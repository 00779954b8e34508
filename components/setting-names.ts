import type { PolicyField } from '../lib/model/policy';
import type { Sentence } from '../lib/model/say';

/** What is set, in the words that stand beside it where it is set. */
export const settingNames: Readonly<Record<PolicyField, Sentence>> = {
  portals: 'accessPortals',
  rules: 'rules',
  guardProduction: 'askBeforeDestructive',
  labelForm: 'labelFormHow',
  tabGroups: 'gatherInGroups',
  containers: 'preferContainers',
  copyCredentials: 'cliAllow',
  credentialForm: 'cliCopyCredentials',
  sync: 'syncOn',
  export: 'filesExport',
};
