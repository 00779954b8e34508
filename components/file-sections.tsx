import type { ChainedRoles } from '../lib/state/chained-roles';
import type { CommandLine } from '../lib/state/command-line';
import type { Files } from '../lib/state/files';
import { ChainedRoleSettings } from './chained-roles';
import { CommandLineSettings } from './command-line';
import { ImportExport } from './import-export';

/** The settings that are about other places than this browser: chained roles, the command line, files. */
export function FileSections({ chained, cli, files }: { chained: ChainedRoles; cli: CommandLine; files: Files }) {
  return (
    <>
      <ChainedRoleSettings chained={chained} />
      <CommandLineSettings cli={cli} />
      <ImportExport files={files} />
    </>
  );
}
