import { render } from 'preact';
import { WelcomePanel } from '../../components/welcome-panel';
import type { Background } from '../../lib/background';
import { createPageWorld } from '../../lib/browser/page-world';
import { openFollowed } from '../../lib/browser/followed-tab';
import { speakOn } from '../../lib/browser/ui-messages';
import { createWelcome } from '../../lib/state/welcome';

speakOn(document, 'titleWelcome');

const welcome = createWelcome({ ...createPageWorld<Background>(), openFollowed, now: () => Date.now() });
render(<WelcomePanel welcome={welcome} />, document.body);
void welcome.load();
welcome.follow();
