import { render } from 'preact';
import { FileSections } from '../../components/file-sections';
import { SettingsPanel } from '../../components/settings-panel';
import type { Background } from '../../lib/background';
import { copyText } from '../../lib/browser/clipboard';
import { containers } from '../../lib/browser/containers';
import { downloadText } from '../../lib/browser/download';
import { createPageWorld } from '../../lib/browser/page-world';
import { copySecret } from '../../lib/browser/secret-clipboard';
import { speakOn } from '../../lib/browser/ui-messages';
import { createChainedRoles } from '../../lib/state/chained-roles';
import { createCommandLine } from '../../lib/state/command-line';
import { createFiles } from '../../lib/state/files';
import { createSettings } from '../../lib/state/settings';

speakOn(document, 'titleOptions');

const world = { ...createPageWorld<Background>(), copy: copyText, copySecret, download: downloadText };
const settings = createSettings({ ...world, hasContainers: containers.exist(), now: () => Date.now() });
const [chained, cli, files] = [createChainedRoles(world), createCommandLine(world), createFiles(world)];

render(
  <SettingsPanel settings={settings}>
    <FileSections chained={chained} cli={cli} files={files} />
  </SettingsPanel>,
  document.body,
);
const load = (): void => void Promise.all([chained, cli, files].map((section) => section.load()));
load();
void settings.load();
settings.follow();
world.onStatus(load);
