/** The parts of a key press that a shortcut looks at. */
export interface KeyPress {
  readonly key: string;
  /** Physical key: Alt changes what a letter key types. */
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** True where a press is the shortcut, written as `Alt+P`, `Shift+Enter`, `F2`. Ctrl stands for Command as well. */
export function isShortcut(shortcut: string, press: KeyPress): boolean {
  const parts = shortcut.split('+');
  const last = parts.pop() ?? '';
  const wants = (modifier: string): boolean => parts.includes(modifier);
  if (press.altKey !== wants('Alt') || press.shiftKey !== wants('Shift')) return false;
  if ((press.ctrlKey || press.metaKey) !== wants('Ctrl')) return false;
  return press.key === last || press.code === `Key${last}` || press.code === last;
}
