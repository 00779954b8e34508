import { render } from 'preact';
import { LauncherPanel } from '../../components/launcher-panel';
import { launcherWith } from '../../components/launcher-picture';
import type { Background } from '../../lib/background';
import { copyText } from '../../lib/browser/clipboard';
import { keepFirstScreen } from '../../lib/browser/first-screen';
import { paletteOf } from '../../lib/browser/palette-address';
import { pictureOf } from '../../lib/browser/picture';
import { shownFirst } from '../../lib/browser/show-first';
import { speakOn } from '../../lib/browser/ui-messages';
import { createLauncher } from '../../lib/state/launcher';
import type { LauncherWorld } from '../../lib/state/launcher-world';

speakOn(document, 'titlePopup');

const shown = shownFirst();
/** The browser's side comes after the first rows are on screen: its libraries would hold them up. */
const world = (async () => (await import('../../lib/browser/page-world')).createPageWorld<Background>())();
/** The same without waiting: Firefox takes a click for one only until something is awaited. */
let worldNow: Awaited<typeof world> | undefined;
void world.then((loaded) => (worldNow = loaded));

const { isPalette, fromTab } = paletteOf(location.hash);

const outside: LauncherWorld = {
  fromTab,
  firstRows: shown?.rows ?? [],
  keepFirstRows: (rows) => keepFirstScreen(document, rows, () => pictureOf(launcherWith(rows, outside))),
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
  copy: copyText,
  copySecret: async (ask) => (await import('../../lib/browser/secret-clipboard')).copySecret(ask),
  background: async () => (await world).background,
  missing: async (origins) => (await world).permissions.missing(origins),
  allow: async (origins) => (worldNow ?? (await world)).permissions.request(origins),
  openPage: (page) => void world.then(({ openPage }) => openPage(page)),
  reload: () => location.reload(),
  now: () => Date.now(),
  // The window of its own stays open, unless it was opened for one page.
  close: () => (isPalette && fromTab === undefined ? undefined : window.close()),
};

/** Takes over what the page shows already: the same elements, the words typed so far, and the keys that came before. */
function open(): void {
  const launcher = createLauncher(outside);
  const early = shown?.end();
  if (shown && shown.words() !== '') launcher.type(shown.words());
  render(<LauncherPanel launcher={launcher} />, document.body);
  early?.();
  void launcher.load();
  launcher.follow();
}

if (shown) void shown.composed().then(open);
else open();
