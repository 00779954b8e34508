/** Copies text inside a click or key press; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** For pages that forbid the clipboard to themselves: the older command is not bound by their policy. */
function copyByCommand(text: string): boolean {
  let isDone = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  addEventListener('copy', put, { capture: true });
  document.execCommand('copy');
  removeEventListener('copy', put, { capture: true });
  return isDone;
}
