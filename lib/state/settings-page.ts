import { caughtUp } from './caught-up';
import { createChainedRoles, type ChainedRolesWorld } from './chained-roles';
import { createCommandLine, type CommandLineWorld } from './command-line';
import { createFiles, type FilesWorld } from './files';
import { createOwnEntries, type OwnEntriesWorld } from './own-entries';
import { createRules, type RulesWorld } from './rules';
import { createSettings, type SettingsWorld } from './settings';
import { createUndo } from './undo';

type SettingsPageWorld = SettingsWorld &
  RulesWorld &
  OwnEntriesWorld &
  ChainedRolesWorld &
  CommandLineWorld &
  FilesWorld;

/** The memories of all sections of the settings; what happens elsewhere shows here at once. */
export function createSettingsPage(world: SettingsPageWorld) {
  const undo = createUndo();
  const page = {
    undo,
    settings: createSettings(world, undo),
    rules: createRules(world, undo),
    entries: createOwnEntries(world, undo),
    chained: createChainedRoles(world, undo),
    cli: createCommandLine(world),
    files: createFiles(world, undo),
  };
  const { rules, entries, chained, cli, files } = page;

  const loads = [page.settings.load, ...[rules, entries, chained, cli, files].map((own) => caughtUp(() => own.load()))];
  const load = async (): Promise<void> => void (await Promise.all(loads.map((own) => own())));

  return {
    ...page,
    load,
    follow(): void {
      page.settings.follow();
      world.onStatus(() => void load());
    },
  };
}
