import { fail, type Outcome } from '../model/failure';
import { say } from '../model/say';

const CLEARED_AFTER_MS = 60_000;

/**
 * Puts a secret on the clipboard inside a click, and takes it off again after a minute.
 *
 * The one place where a page holds a secret. A worker cannot write to the clipboard, and an offscreen document would
 * cost two more permissions (`offscreen`, `clipboardWrite`) and works in Chromium alone. So the text comes here as the
 * answer to the click, goes to the clipboard, and is kept in no variable that outlives this call; callers get what
 * `ask` gives without it.
 */
export async function copySecret<Told extends { readonly text: string }>(
  ask: () => Promise<Outcome<Told>>,
): Promise<Outcome<Omit<Told, 'text'>>> {
  const asked = ask();
  const isCopied = await copyFrom(asked.then((answer) => (answer.ok ? answer.value.text : undefined)));
  const answer = await asked;
  if (!answer.ok) return answer;
  if (!isCopied) return fail({ reason: 'refused', why: say('clipboardRefused') });
  clearAfter(CLEARED_AFTER_MS);
  const { text: _, ...told } = answer.value;
  return { ok: true, value: told };
}

let clearing = new AbortController();

/** What was copied last is what is taken off: the minute of what was there before is over. */
function clearAfter(ms: number): void {
  clearing.abort();
  clearing = new AbortController();
  const { signal } = clearing;
  const timer = setTimeout(() => void clear(signal), ms);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** The clipboard waits for the text itself, so that the click still counts when AWS has answered. */
async function copyFrom(text: Promise<string | undefined>): Promise<boolean> {
  const blob = text.then((found) => {
    if (found === undefined) throw new Error('there is nothing to copy');
    return new Blob([found], { type: 'text/plain' });
  });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Browsers let only the page in front write, and Firefox only within a click or a key: where it may not now, it is done
 * when the person next does something here.
 */
async function clear(signal: AbortSignal): Promise<void> {
  try {
    await navigator.clipboard.writeText('');
  } catch {
    const next = new AbortController();
    const again = (): void => (next.abort(), void clear(signal));
    for (const sign of ['focus', 'pointerdown', 'keydown'] as const)
      addEventListener(sign, again, { signal: AbortSignal.any([signal, next.signal]), capture: true });
  }
}
