import './portal-settings.css';
import { say } from '../lib/model/say';
import type { Settings } from '../lib/state/settings';
import { PortalCard } from './portal-card';
import { Held } from './held';
import { failureWords } from './words';

/** The access portals that are connected. */
export function PortalSettings({ settings }: { settings: Settings }) {
  const { portals } = settings.summary.value;
  const failure = settings.failure.value;
  const unknown = settings.unknownRegion.value;
  const isHeld = settings.isHeld('portals');
  return (
    <section id="portals" aria-labelledby="portals-title">
      <h2 id="portals-title">{say('accessPortals')}</h2>
      {unknown && <p role="alert">{failureWords(unknown)}</p>}
      {failure && <p role="alert">{failureWords(failure)}</p>}
      {portals.length === 0 && <p class="empty">{say('noPortalConnect')}</p>}
      {portals.map((portal, at) => (
        <PortalCard key={portal.portal.startUrl} portal={portal} at={at} count={portals.length} settings={settings} />
      ))}
      <button class="button" type="button" disabled={isHeld} onClick={() => settings.add()}>
        {say('connectAPortal')}
      </button>
      {isHeld && <Held />}
    </section>
  );
}
