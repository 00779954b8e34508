import { render } from 'preact';
import { drawAside } from '../../components/launcher-aside';
import { LauncherPanel } from '../../components/launcher-panel';
import type { Background } from '../../lib/background';
import { sayWhere } from '../../lib/browser/below-button';
import { copyText } from '../../lib/browser/clipboard';
import { afterFirstFrame } from '../../lib/browser/first-frame';
import { firstRows } from '../../lib/browser/first-rows';
import { paletteOf } from '../../lib/browser/palette-address';
import { speakOn } from '../../lib/browser/ui-messages';
import { isRow } from '../../lib/model/row';
import { createLauncher } from '../../lib/state/launcher';

speakOn(document, 'titlePopup');
sayWhere(document.documentElement);

const rowsShown = afterFirstFrame();
/** The browser's side comes after the first rows are on screen: its libraries would hold them up. */
const world = rowsShown.then(async () => (await import('../../lib/browser/page-world')).createPageWorld<Background>());
/** The same without waiting: Firefox takes a click for one only until something is awaited. */
let worldNow: Awaited<typeof world> | undefined;
void world.then((loaded) => (worldNow = loaded));

const { isPalette, fromTab } = paletteOf(location.hash);

const launcher = createLauncher({
  fromTab,
  firstRows: firstRows.read(isRow),
  keepFirstRows: firstRows.keep,
  read: async () => (await world).read(),
  readStatus: async () => (await world).readStatus(),
  onStatus: (told) => {
    const stop = world.then(({ onStatus }) => onStatus(told));
    return () => void stop.then((end) => end());
  },
  readConsoles: async () => (await world).readConsoles(),
  takeAsked: async () => (await world).takeAsked(),
  onConsoles: (told) => {
    const stop = world.then(({ onConsoles }) => onConsoles(told));
    return () => void stop.then((end) => end());
  },
  drawAside,
  copy: copyText,
  copySecret: async (ask) => (await import('../../lib/browser/secret-clipboard')).copySecret(ask),
  background: async () => (await world).background,
  missing: async (origins) => (await world).permissions.missing(origins),
  allow: async (origins) => (worldNow ?? (await world)).permissions.request(origins),
  openPage: (page, portal) => void world.then(({ openPage }) => openPage(page, portal)),
  reload: () => location.reload(),
  now: () => Date.now(),
  // The window of its own stays open, unless it was opened for one page.
  close: () => (isPalette && fromTab === undefined ? undefined : window.close()),
});

render(<LauncherPanel launcher={launcher} />, document.body);
void rowsShown.then(() => {
  void launcher.load();
  launcher.follow();
});
