import type { AccountId } from '../model/account';
import { type Outcome, succeed } from '../model/failure';
import type { OrganisationRules, Personal } from '../model/personal';
import type { Looks } from './looks';
import { createSerial } from './serial';
import type { StatusBoard } from './status-board';
import type { World } from './world';

export type Choices = ReturnType<typeof createChoices>;

/** The one writer of what is the person's own. */
export function createChoices({ browser }: World, board: StatusBoard, looks: Looks, changed: () => void) {
  const inTurn = createSerial();

  return {
    /** Runs a task while nobody else changes what the person chose. */
    inTurn,

    /** Applies a change, stores it for good, and tells pages. */
    change: (to: (personal: Personal) => Personal): Promise<Outcome> =>
      inTurn(async () => {
        await browser.store.putPersonal(to(await browser.store.personal()));
        await board.publishPersonal();
        changed();
        return succeed();
      }),

    /** Takes over what the organisation says of accounts. */
    rule: (organisation: OrganisationRules): Promise<void> =>
      inTurn(async () => {
        const personal = await browser.store.personal();
        if (JSON.stringify(personal.organisation ?? { above: [], below: [] }) === JSON.stringify(organisation)) return;
        await browser.store.putPersonal({ ...personal, organisation });
        await board.publishPersonal();
      }),

    /** After a change of an account's label: its open consoles show it at once. */
    async relook(accountId: AccountId): Promise<void> {
      await looks.writeOne(accountId);
    },
  };
}
