import './tokens.css';
import './settings-panel.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { fold } from '../lib/model/fold';
import { say } from '../lib/model/say';
import { isShortcut } from '../lib/model/shortcut';
import type { Undo } from '../lib/state/undo';
import { BurgeeMark } from './burgee-mark';
import { useKeptFocus } from './kept-focus';
import { SettingsNav } from './settings-nav';
import { Told } from './told';

/** One part of the settings. */
export interface SettingsSection {
  readonly id: string;
  readonly title: string;
  /** What it has to set, for the search: sentences that stand in it. */
  readonly words: readonly string[];
  readonly show: () => ComponentChildren;
}

/** The options page: what there is at the side, a search over all of it, and the last change to take back. */
export function SettingsPanel({ sections, undo }: { sections: readonly SettingsSection[]; undo: Undo }) {
  const query = useSignal('');
  const wanted = fold(query.value).split(/\s+/).filter(Boolean);
  const shown = sections.filter(({ title, words }) => {
    const text = fold([title, ...words].join(' '));
    return wanted.every((word) => text.includes(word));
  });
  useUndoKey(undo);
  useKeptFocus();
  return (
    <div class="settings">
      <header class="settings-head">
        <h1>
          <BurgeeMark size={26} /> {say('settings')}
        </h1>
        <input
          type="search"
          aria-label={say('searchSettings')}
          placeholder={say('searchSettings')}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
      </header>
      <SettingsNav sections={shown} />
      <main>
        <div role="status">{shown.length === 0 && <p>{say('nothingFits', query.value)}</p>}</div>
        {sections.map((section) => (
          <div key={section.id} class="settings-section" hidden={!shown.includes(section)}>
            {section.show()}
          </div>
        ))}
        <Told undo={undo} />
      </main>
    </div>
  );
}

const TYPED = 'input:not([type=checkbox], [type=radio], [type=color]), textarea';

/** Ctrl+Z takes back the last change, but in a field, where it belongs to what is typed. */
function useUndoKey(undo: Undo): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.matches(TYPED);
      if (isTyping || !isShortcut('Ctrl+Z', event)) return;
      event.preventDefault();
      void undo.undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo]);
}
