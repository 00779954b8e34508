import type { Danger } from './danger-said';
import { littleWords } from './little-words';

/** What may stand between the two words of such a label. */
const BETWEEN = /(?:^|\s)(?:the|this|la|el|le|les|o|a|il)(?=\s|$)|(?:^|\s)l'|^[をの을를]|[をの을를]$/gu;

/** How bad it is what ends or takes out little: "Stop playback"; `undefined` where a label says anything more, or else. */
export function littleDanger(label: string): Danger | undefined {
  const { ending, ended, endedPerhaps, removing, removed, removedPerhaps } = littleWords;
  if (says(label, ending, ended) || says(label, removing, removed)) return 'none';
  return says(label, ending, endedPerhaps) || says(label, removing, removedPerhaps) ? 'likely' : undefined;
}

function says(label: string, deeds: readonly string[], things: readonly string[]): boolean {
  return things.some((thing) => {
    const at = label.indexOf(thing);
    if (at < 0) return false;
    const rest = label.slice(0, at).trim() || label.slice(at + thing.length).trim();
    const isAtAnEnd = at === 0 || at + thing.length === label.length;
    return isAtAnEnd && deeds.includes(rest.replace(BETWEEN, '').trim());
  });
}
