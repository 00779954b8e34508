import './launcher-settings.css';
import type { ComponentChildren } from 'preact';
import { say, sayCount } from '../lib/model/say';
import type { OwnEntries, OwnEntry } from '../lib/state/own-entries';
import { LineButton } from './line-button';
import { MoveButtons } from './move-buttons';
import { failureWords } from './words';

/** What the person arranged in the launcher. */
export function LauncherSettings({ entries }: { entries: OwnEntries }) {
  const failure = entries.failure.value;
  return (
    <section id="launcher" aria-labelledby="launcher-title">
      <h2 id="launcher-title">{say('launcher')}</h2>
      {failure && <p role="alert">{failureWords(failure)}</p>}
      <h3>{say('pins')}</h3>
      <Pins entries={entries} />
      <h3>{say('hiddenEntries')}</h3>
      <Hidden entries={entries} />
      <h3>{say('groups')}</h3>
      <Groups entries={entries} />
    </section>
  );
}

function Pins({ entries }: { entries: OwnEntries }) {
  const pins = entries.pins.value;
  if (pins.length === 0) return <p class="empty">{say('pinsNone')}</p>;
  return (
    <ol class="entries" aria-label={say('pins')}>
      {pins.map((pin, at) => (
        <Line key={pin.key} entry={pin}>
          {pins.length > 1 && (
            <MoveButtons at={at} count={pins.length} of={pin.name} onMove={(by) => void entries.movePin(pin, by)} />
          )}
          <LineButton says={say('actionUnpin')} of={pin.name} onPress={() => void entries.unpin(pin)} />
        </Line>
      ))}
    </ol>
  );
}

function Hidden({ entries }: { entries: OwnEntries }) {
  const hidden = entries.hidden.value;
  if (hidden.length === 0) return <p class="empty">{say('hiddenNone')}</p>;
  return (
    <ul class="entries" aria-label={say('hiddenEntries')}>
      {hidden.map((entry) => (
        <Line key={entry.key} entry={entry}>
          <LineButton says={say('showAgain')} of={entry.name} onPress={() => void entries.unhide(entry)} />
        </Line>
      ))}
    </ul>
  );
}

function Groups({ entries }: { entries: OwnEntries }) {
  const groups = entries.groups.value;
  if (groups.length === 0) return <p class="empty">{say('groupsNone')}</p>;
  return (
    <ul class="entries" aria-label={say('groups')}>
      {groups.map(({ group, isOwn }) => (
        <Line
          key={`${group.name} ${String(isOwn)}`}
          entry={{ name: group.name, detail: sayCount('accounts', group.accounts.length) }}
        >
          {isOwn && (
            <LineButton
              says={say('remove')}
              of={group.name}
              kind="danger"
              onPress={() => void entries.removeGroup(group)}
            />
          )}
        </Line>
      ))}
    </ul>
  );
}

function Line({ entry, children }: { entry: Pick<OwnEntry, 'name' | 'detail'>; children?: ComponentChildren }) {
  return (
    <li>
      <span class="entry-name">
        <bdi>{entry.name}</bdi> <span class="soft">{entry.detail}</span>
      </span>
      {children}
    </li>
  );
}
