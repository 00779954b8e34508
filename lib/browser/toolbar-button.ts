import type { ToolbarButton } from '../model/toolbar-button';
import { browser } from './native';

/** Asks the browser, which lets the person change both at any time. Where it does not tell, the button is in sight. */
export async function readToolbarButton(): Promise<ToolbarButton> {
  const commands = await browser.commands.getAll();
  const { isOnToolbar = true } = await browser.action.getUserSettings();
  return { hotkey: commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '', isInSight: isOnToolbar };
}
