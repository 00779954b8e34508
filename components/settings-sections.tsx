import type { Policy } from '../lib/model/policy';
import { say } from '../lib/model/say';
import type { ChainedRoles } from '../lib/state/chained-roles';
import type { CommandLine } from '../lib/state/command-line';
import type { Files } from '../lib/state/files';
import type { OwnEntries } from '../lib/state/own-entries';
import type { Rules } from '../lib/state/rules';
import type { Settings } from '../lib/state/settings';
import { AppearanceSettings } from './appearance-settings';
import { ChainedRoleSettings } from './chained-roles';
import { CommandLineSettings } from './command-line';
import { Diagnostics } from './diagnostics';
import { GuardSettings } from './guard-settings';
import { ImportExport } from './import-export';
import { LauncherSettings } from './launcher-settings';
import { OrganisationSettings } from './organisation-settings';
import { PortalSettings } from './portal-settings';
import { RuleSettings } from './rule-settings';
import type { SettingsSection } from './settings-panel';
import { SyncSettings } from './sync-settings';

export interface SettingsMemories {
  readonly settings: Settings;
  readonly rules: Rules;
  readonly entries: OwnEntries;
  readonly chained: ChainedRoles;
  readonly cli: CommandLine;
  readonly files: Files;
}

/** Everything that can be set, in the order of the page. */
export function settingsSections(of: SettingsMemories): readonly SettingsSection[] {
  const policy = of.settings.policy.value;
  return [
    ...(policy?.isPresent ? [organisationSection(policy)] : []),
    {
      id: 'portals',
      title: say('accessPortals'),
      words: [say('signIn'), say('signOut'), say('connectAPortal'), say('portalName'), say('refreshTheList')],
      show: () => <PortalSettings settings={of.settings} />,
    },
    {
      id: 'rules',
      title: say('rules'),
      words: [
        say('rulesLead'),
        say('ruleColour'),
        say('ruleLevel'),
        say('ruleLabel'),
        say('ruleEmoji'),
        say('ruleGroup'),
      ]
        .concat([say('ruleDefaultRole'), say('ruleDefaultRegion'), say('ruleLanding'), say('guard')])
        .concat([say('ruleContainer'), say('ruleTabGroup'), say('ruleSession')]),
      show: () => <RuleSettings rules={of.rules} />,
    },
    {
      id: 'appearance',
      title: say('appearance'),
      words: [say('labelFormHow'), say('labelFormFrame'), say('labelFormBar'), say('gatherInGroups')],
      show: () => <AppearanceSettings settings={of.settings} />,
    },
    {
      id: 'guard',
      title: say('guard'),
      words: [say('guardLead'), say('askBeforeDestructive')],
      show: () => <GuardSettings settings={of.settings} />,
    },
    {
      id: 'launcher',
      title: say('launcher'),
      words: [say('pins'), say('hiddenEntries'), say('showAgain'), say('groups')],
      show: () => <LauncherSettings entries={of.entries} />,
    },
    {
      id: 'chained-roles',
      title: say('chainTitle'),
      words: [say('chainLead')],
      show: () => <ChainedRoleSettings chained={of.chained} />,
    },
    {
      id: 'command-line',
      title: say('cliTitle'),
      words: [say('cliLead'), say('cliAllow'), say('cliPreview')],
      show: () => <CommandLineSettings cli={of.cli} isHeld={of.settings.isHeld} />,
    },
    {
      id: 'files',
      title: say('filesTitle'),
      words: [say('filesLead'), say('filesReads'), say('filesBaselineTitle')],
      show: () => <ImportExport files={of.files} mayExport={policy?.export !== false} />,
    },
    {
      id: 'sync',
      title: say('syncTitle'),
      words: [say('syncLead'), say('syncOn')],
      show: () => <SyncSettings settings={of.settings} />,
    },
    {
      id: 'diagnostics',
      title: say('diagnostics'),
      words: [say('diagnosticsLead'), say('copyForBugReport')],
      show: () => <Diagnostics settings={of.settings} />,
    },
  ];
}

function organisationSection(policy: Policy): SettingsSection {
  return {
    id: 'organisation',
    title: say('organisation'),
    words: [say('organisationLead'), say('setByOrganisation')],
    show: () => <OrganisationSettings policy={policy} />,
  };
}
