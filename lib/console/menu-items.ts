import { say } from '../model/say';
import type { ConsoleWorld } from './console-world';
import type { Copy, MenuItem } from './menu';
import type { View } from './view';

export interface MenuItemsWorld extends Pick<ConsoleWorld, 'shareLink' | 'chooseAccount' | 'colourAccount'> {
  shown(): View | undefined;
  hide(): void;
}

/** What the label's menu offers for what it shows. */
export function menuItems({
  shown,
  hide,
  shareLink,
  chooseAccount,
  colourAccount,
}: MenuItemsWorld): readonly MenuItem[] {
  const { accountId, roleName = '' }: Partial<View> = shown() ?? {};
  const link = async (): Promise<string | undefined> => accountId && shareLink(accountId, roleName);
  return [
    { says: say('labelCopyId'), run: async (copy) => told(accountId, copy) },
    { says: say('menuCopyLink'), run: async (copy) => told(await link(), copy) },
    { says: say('menuOpenHere'), run: () => chooseAccount() },
    { says: say('labelColour'), run: () => void (accountId && colourAccount(accountId)) },
    { says: say('labelHide'), run: hide },
  ];
}

async function told(text: string | undefined, copy: Copy): Promise<string> {
  return text !== undefined && (await copy(text)) ? say('copied') : say('notCopied');
}
