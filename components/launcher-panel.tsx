import './tokens.css';
import './launcher-panel.css';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Row } from '../lib/model/row';
import { isShortcut } from '../lib/model/shortcut';
import type { Launcher } from '../lib/state/launcher';
import { isWithin } from '../lib/state/launcher-memory';
import { say } from '../lib/model/say';
import { BurgeeMark } from './burgee-mark';
import { LauncherFooter } from './launcher-footer';
import { LauncherList } from './launcher-list';
import { rowId } from './launcher-row';
import { Nothing } from './launcher-nothing';
import { LauncherNotice } from './launcher-notice';
import { Notice } from './notice';
import { failureWords } from './words';
import { portalName } from '../lib/model/portal';

/** The launcher: words above, what they find below, and what is to be said in between. */
export function LauncherPanel({ launcher }: { launcher: Launcher }) {
  const input = useRef<HTMLInputElement>(null);
  const told = useRef<HTMLDivElement>(null);
  const rows = launcher.rows.value;
  const active = launcher.active.value;
  const activeRow = rows.at(active);
  const title = titleOf(launcher);
  const prompt = launcher.prompt.value;
  const isInside = (launcher.menuFor.value ?? launcher.inside.value) !== undefined;
  // A list or a question that opens leaves the keys with the words.
  useEffect(() => input.current?.focus(), [title, prompt]);
  useKeysEverywhere(input, launcher);
  useFocusBack(input, told);

  return (
    <main class="launcher">
      <h1 class="visually-hidden">Burgee</h1>
      <div class="search">
        <BurgeeMark size={20} />
        {title !== undefined && <bdi class="inside">{title}</bdi>}
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={prompt ? prompt.asks : say('searchName')}
          aria-expanded={rows.length > 0}
          aria-controls="results"
          aria-autocomplete="list"
          aria-activedescendant={activeRow && rowId(activeRow)}
          placeholder={say(prompt ? 'searchAnswer' : isInside ? 'searchInside' : 'searchHint')}
          spellcheck={false}
          autocomplete="off"
          value={launcher.query.value}
          onInput={(event) => launcher.type(event.currentTarget.value)}
          onKeyDown={(event) => onKey(event, event.currentTarget, launcher)}
        />
      </div>
      <div ref={told} class="told" aria-live="polite">
        {prompt ? <PromptNotice launcher={launcher} asks={prompt.asks} /> : <LauncherNotice launcher={launcher} />}
        {rows.length === 0 && <Nothing launcher={launcher} />}
      </div>
      {rows.length > 0 && (
        <LauncherList
          rows={rows}
          active={active}
          marked={launcher.marked.value}
          portalNames={portalNames(launcher)}
          onOpen={(row, event) => onceLoaded(launcher, row, (then) => launcher.open(then, whereOf(event)))}
          onEnter={(row) => onceLoaded(launcher, row, launcher.enter)}
          onMenu={(row) => onceLoaded(launcher, row, launcher.openMenu)}
          onPoint={launcher.moveTo}
        />
      )}
      <LauncherFooter launcher={launcher} />
    </main>
  );
}

/** A click on a row or a button leaves the keys with the words. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('.list, button')) event.preventDefault();
}

/** Wherever a click, or a button that has gone, has left the focus: what is typed there belongs to the words. */
function useKeysEverywhere(input: RefObject<HTMLInputElement | null>, launcher: Launcher): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!input.current || event.target === input.current || isOfOther(event)) return;
      input.current.focus();
      onKey(event, input.current, launcher);
    };
    addEventListener('keydown', hear);
    addEventListener('mousedown', keepFocus);
    return () => {
      removeEventListener('keydown', hear);
      removeEventListener('mousedown', keepFocus);
    };
  }, [input, launcher]);
}

/** A button of a notice that goes with its notice leaves the focus with the words, for who hears the page too. */
function useFocusBack(input: RefObject<HTMLInputElement | null>, told: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const changes = new MutationObserver(() => document.activeElement === document.body && input.current?.focus());
    if (told.current) changes.observe(told.current, { childList: true, subtree: true });
    return () => changes.disconnect();
  }, [input, told]);
}

/** A key that alone does nothing, that copies words marked elsewhere, that leads on, or that presses a button. */
function isOfOther(event: KeyboardEvent): boolean {
  const { key, target } = event;
  if (['Tab', 'Control', 'Shift', 'Alt', 'AltGraph', 'Meta'].includes(key) || isShortcut('Ctrl+C', event)) return true;
  return target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ');
}

/** The question; or why its answer was not taken. */
function PromptNotice({ launcher, asks }: { launcher: Launcher; asks: string }) {
  const failure = launcher.failure.value;
  return <Notice says={failure ? failureWords(failure) : say('promptKeys', asks)} />;
}

/** What the list is narrowed to. */
function titleOf({ sessions, menuFor, inside, isHiddenShown }: Launcher): string | undefined {
  if (sessions.value) return say('sessionsTitle');
  const row = menuFor.value ?? inside.value;
  return row?.name ?? (isHiddenShown.value ? say('hiddenTitle') : undefined);
}

const oneIsEnough: ReadonlyMap<string, string> = new Map();

/** What to tell portals apart by, where there are several. */
function portalNames({ summary }: Launcher): ReadonlyMap<string, string> {
  const { portals } = summary.value;
  if (portals.length < 2) return oneIsEnough;
  return new Map(portals.map(({ portal }) => [portal.startUrl, portalName(portal)]));
}

const SESSIONS_KEY = 'Alt+S';

function whereOf(event: MouseEvent | KeyboardEvent): 'tab' | 'window' | 'background' {
  if (event.ctrlKey || event.metaKey) return 'background';
  return event.shiftKey ? 'window' : 'tab';
}

/** Does something with a row once the list is there: before that it is not known what there is, nor how many sessions are open. */
function onceLoaded(launcher: Launcher, row: Row, does: (row: Row | undefined) => unknown): void {
  if (launcher.isLoaded.value) does(row);
  else launcher.whenLoaded((then) => void does(then), row);
}

/** A key that means nothing before the list is there: an action's, or Enter. */
function needsList({ key, altKey, ctrlKey }: KeyboardEvent, words: string): boolean {
  return key === 'Enter' || (altKey && !ctrlKey) || (key === '?' && words === '') || /^F\d$/.test(key);
}

function act(event: KeyboardEvent, launcher: Launcher, row: Row | undefined): void {
  if (event.key === 'Enter') void launcher.open(row, whereOf(event));
  else if (event.key === '?') launcher.openMenu(row);
  else launcher.press((key) => isShortcut(key, event), row);
}

function onKey(event: KeyboardEvent, { value, selectionStart }: HTMLInputElement, launcher: Launcher): void {
  if (event.isComposing) return;
  // Held down it is still one wish.
  if (event.key === 'Enter' && event.repeat) return event.preventDefault();
  const atEnd = selectionStart === value.length;
  const row = launcher.rows.value.at(launcher.active.value);
  if (launcher.prompt.value) {
    if (event.key === 'Enter') void launcher.answer();
    else if (event.key === 'Escape') launcher.leave();
    else return;
    event.preventDefault();
    return;
  }
  // It would do the same with one row after the other.
  if (event.repeat && (event.altKey || /^F\d/.test(event.key))) return event.preventDefault();
  if (!launcher.isLoaded.value && needsList(event, value)) {
    event.preventDefault();
    return launcher.whenLoaded((then) => act(event, launcher, then));
  }
  if (isShortcut(SESSIONS_KEY, event) && launcher.showSessions()) {
    event.preventDefault();
    return;
  }
  if (launcher.press((key) => isShortcut(key, event), row)) {
    event.preventDefault();
    return;
  }
  const did = ((): boolean | void => {
    switch (event.key) {
      case 'ArrowDown':
        return launcher.moveBy(1);
      case 'ArrowUp':
        return launcher.moveBy(-1);
      case 'PageDown':
        return launcher.moveByPage(1);
      case 'PageUp':
        return launcher.moveByPage(-1);
      case 'Home':
        return value === '' || event.ctrlKey ? launcher.moveTo(0) : false;
      case 'End':
        return value === '' || event.ctrlKey ? launcher.moveTo(launcher.rows.value.length - 1) : false;
      case 'Enter':
        return void launcher.open(row, whereOf(event));
      case '?':
        return value === '' && void launcher.openMenu(row);
      case ' ':
        return event.ctrlKey && launcher.mark(row);
      case 'ArrowRight':
        return atEnd && (launcher.enter(row) || launcher.openMenu(row));
      case 'Tab':
        return !event.shiftKey && launcher.enter(row);
      case 'ArrowLeft':
        return value === '' && isWithin(launcher) && launcher.leave();
      case 'Backspace':
        return value === '' && launcher.leave();
      case 'Escape':
        return launcher.leave();
      default:
        return isShortcut('Ctrl+Z', event) && launcher.told.value?.undo ? void launcher.undo() : false;
    }
  })();
  if (did !== false) event.preventDefault();
}
