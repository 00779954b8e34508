import { render } from 'preact';
import { SettingsPanel } from '../../components/settings-panel';
import type { Background } from '../../lib/background';
import { copyText } from '../../lib/browser/clipboard';
import { createPageWorld } from '../../lib/browser/page-world';
import { createSettings } from '../../lib/state/settings';

const settings = createSettings({ ...createPageWorld<Background>(), copy: copyText, now: () => Date.now() });
render(<SettingsPanel settings={settings} />, document.body);
void settings.load();
settings.follow();
