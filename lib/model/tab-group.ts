import type { AccountId } from './account';
import type { Chosen } from './chosen';
import type { Colour } from './colour';
import type { Look } from './look';

/** The group in which a tab should be. */
export interface TabGroup {
  readonly account: AccountId;
  readonly title: string;
  readonly colour: Colour;
  /** A rule gives the group its name: several accounts may have one together. */
  readonly isShared: boolean;
}

/** The group of an account's consoles, as it looks there. */
export function tabGroupOf(
  account: AccountId,
  { label, colour, chosen }: Pick<Look, 'label' | 'colour'> & { readonly chosen: Chosen },
): TabGroup {
  return { account, title: chosen.tabGroup ?? (label || account), colour, isShared: chosen.tabGroup !== undefined };
}
