/** The parts of a key press that a shortcut looks at. */
export interface KeyPress {
  readonly key: string;
  /** Physical key: on a Mac Alt changes what a letter key types. */
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
  if (press.key.toLowerCase() === last.toLowerCase() || press.code === last) return true;
  // A letter or a sign is what its layout says: only for what no shortcut is written with, such as π, the place counts.
  return !/^[!-~]$/.test(press.key) && press.code === `Key${last}`;
}
