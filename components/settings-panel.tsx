import './tokens.css';
import './settings-panel.css';
import type { ComponentChildren } from 'preact';
import type { Settings } from '../lib/state/settings';
import { say } from '../lib/model/say';
import { BurgeeMark } from './burgee-mark';
import { ConsoleSettings } from './console-settings';
import { Diagnostics } from './diagnostics';
import { PortalCard } from './portal-card';
import { failureWords } from './words';

/** The options page; `children` are the sections that have a memory of their own. */
export function SettingsPanel({ settings, children }: { settings: Settings; children?: ComponentChildren }) {
  const { portals } = settings.summary.value;
  const failure = settings.failure.value;
  return (
    <main class="settings">
      <h1>
        <BurgeeMark size={26} /> {say('settings')}
      </h1>
      <h2>{say('accessPortals')}</h2>
      {failure && <p role="alert">{failureWords(failure)}</p>}
      {portals.length === 0 && <p>{say('noPortalConnect')}</p>}
      {portals.map((portal) => (
        <PortalCard key={portal.portal.startUrl} portal={portal} settings={settings} />
      ))}
      <button class="button" type="button" onClick={() => settings.add()}>
        {say('connectAPortal')}
      </button>
      <ConsoleSettings settings={settings} />
      {children}
      <Diagnostics settings={settings} />
    </main>
  );
}
