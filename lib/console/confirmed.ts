import { asksBelow, asksDanger, type Danger, isConfirming, isDenial, plain, withoutInfo, worstOf } from './danger-said';
import { switchingDanger } from './protection';
import { askedAround } from './question';

/** How bad it is what a control with these labels confirms, by all that the dialog around it says. */
export function confirmedDanger(control: Element, labels: readonly string[]): Danger {
  const asked = labels.length > 0 ? askedAround(control) : undefined;
  if (!asked) return 'none';
  const names = asked.names.map((name) => withoutInfo(plain(name)));
  const about = names.length > 0 ? names : [plain(asked.body())];
  if (!labels.some((label) => about.some((name) => isConfirming(label, name)))) return 'none';
  const dangers = about.map((name) => switchingDanger([name]) ?? asksDanger(name));
  if (dangers.includes('sure') || names.some(isSwitchingOn)) return worstOf(dangers);
  const below = asksBelow(plain(asked.body()));
  return worstOf([...dangers, below === 'sure' && names.some(isDenial) ? 'likely' : below]);
}

function isSwitchingOn(name: string): boolean {
  return switchingDanger([name]) === 'none';
}
