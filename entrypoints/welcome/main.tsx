import { render } from 'preact';
import { WelcomePanel } from '../../components/welcome-panel';
import type { Background } from '../../lib/background';
import { createPageWorld } from '../../lib/browser/page-world';
import { openFollowed } from '../../lib/browser/followed-tab';
import { readToolbarButton } from '../../lib/browser/toolbar-button';
import { speakOn } from '../../lib/browser/ui-messages';
import { createWelcome } from '../../lib/state/welcome';

speakOn(document, 'titleWelcome');

const welcome = createWelcome({
  ...createPageWorld<Background>(),
  openFollowed,
  readToolbarButton,
  now: () => Date.now(),
  pasted: new URLSearchParams(location.hash.slice(1)).get('address') ?? '',
});
render(<WelcomePanel welcome={welcome} />, document.body);
void welcome.load();
welcome.follow();
void welcome.lookAtButton();
addEventListener('focus', () => void welcome.lookAtButton());
