import { render } from 'preact';
import { SettingsPanel } from '../../components/settings-panel';
import { settingsSections } from '../../components/settings-sections';
import type { Background } from '../../lib/background';
import { copyText } from '../../lib/browser/clipboard';
import { containers } from '../../lib/browser/containers';
import { downloadText } from '../../lib/browser/download';
import { firstRows } from '../../lib/browser/first-rows';
import { createPageWorld } from '../../lib/browser/page-world';
import { copySecret } from '../../lib/browser/secret-clipboard';
import { settingsAddressOf } from '../../lib/browser/settings-address';
import { speakOn } from '../../lib/browser/ui-messages';
import { createSettingsPage } from '../../lib/state/settings-page';

speakOn(document, 'titleOptions');

const page = createSettingsPage({
  ...createPageWorld<Background>(),
  copy: copyText,
  copySecret,
  download: downloadText,
  forgetFirstRows: firstRows.forget,
  hasContainers: containers.exist(),
  randomId: () => crypto.randomUUID(),
  now: () => Date.now(),
});
/** What there is to set depends on what an organisation decides, also while the page is open. */
function Page() {
  return <SettingsPanel sections={settingsSections(page)} undo={page.undo} />;
}

render(<Page />, document.body);

function goThere(): void {
  const { section, account } = settingsAddressOf(location.hash);
  document.getElementById(section)?.scrollIntoView();
  if (!account) return;
  page.rules.colourAccount(account);
  // Asked for once: a reload asks for nothing.
  history.replaceState(undefined, '', `#${section}`);
}

void page.load().then(goThere);
page.follow();
addEventListener('hashchange', goThere);
addEventListener('pagehide', () => page.rules.leave());
