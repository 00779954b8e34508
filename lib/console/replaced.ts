import type { AccountId } from '../model/account';
import { principalName, type SessionArn } from '../model/arn';
import type { Evidence } from '../model/identity';
import type { Look } from '../model/look';
import type { Standing } from '../model/tab-story';
import { say } from '../model/say';
import type { Ears } from './ears';
import type { Label } from './label';
import { areAlike, inFull, inShort, type Person, personIn, replacedWords } from './person';
import type { View } from './view';

interface ReplacedWorld {
  readonly label: Label;
  shown(): View | undefined;
  readLook(account: AccountId): Promise<Look | null>;
  reopenAs(account: AccountId, roleName: string): Promise<boolean>;
}

interface ReplacedParts {
  readonly ears: Ears;
  isTooEarly(): boolean;
  lookAgain(): void;
  /** Takes what is let through, before the page does. */
  passes(event: Event): void;
}

/** Everything by which a person acts on a page. */
const ACTS = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'submit',
  'cut',
  'paste',
  'dragstart',
  'drop',
] as const satisfies readonly (keyof WindowEventMap)[];

/** Stands between the person and a page whose session was replaced, until they have said who they want to be. */
export function createReplaced(
  page: Document,
  { label, shown, readLook, reopenAs }: ReplacedWorld,
  { ears, isTooEarly, lookAgain, passes }: ReplacedParts,
) {
  let standing: Standing | undefined;
  let veiledFor: string | undefined;
  let dismissed: string | undefined;

  /** `cookie`: who is signed in now. Where it can't be read, each that is written otherwise may be somebody else's. */
  function follow(now: Standing, { cookie, doubt, written }: Evidence): void {
    standing = now;
    const other = now.over === 'stale' ? JSON.stringify(cookie ?? (doubt === 'broken' && written)) : undefined;
    // Whoever has come back since, or is somebody else now, was not dismissed.
    if (other !== dismissed) dismissed = undefined;
    if (other && !dismissed) {
      if (veiledFor !== other) veil(cookie, other);
    } else if (veiledFor !== undefined) {
      veiledFor = undefined;
      label.unveil();
    }
  }

  /** The veil stands at once with the numbers; the names follow from the accounts' records. */
  function veil(now: SessionArn | undefined, key: string): void {
    veiledFor = key;
    const put = (labelNow?: string, labelThen?: string): void => {
      const current = now && personIn(now, labelNow);
      const before = own(labelThen);
      const name = areAlike(current, before) ? inFull : inShort;
      label.veil({
        says: replacedWords(before, current),
        isFirstSafe: false,
        answers: [
          [current ? say('veilReloadAs', name(current)) : say('veilReload'), () => page.location.reload()],
          [say('veilGoBack', name(before)), () => void goBack()],
          [say('veilJustShow'), () => justShow(key)],
        ],
      });
    };
    put();
    const looks = [now, standing?.outrun].map(async (one) => one && (await readLook(one.account))?.label);
    void Promise.all(looks).then((labels) => labels.some(Boolean) && veiledFor === key && put(...labels));
  }

  function justShow(key: string): void {
    dismissed = key;
    veiledFor = undefined;
    label.unveil();
  }

  function own(name?: string): Person {
    if (standing?.outrun) return personIn(standing.outrun, name);
    const { title = '', accountId = '', roleName = '' } = shown() ?? {};
    return { title, account: accountId, roleName };
  }

  /** Through the portal to the session that this page was loaded under; where no portal knows it, AWS's own sign-in. */
  async function goBack(): Promise<void> {
    const { identity, outrun } = standing ?? {};
    const then = identity?.state === 'known' ? identity : outrun;
    if (!then) return;
    if (await reopenAs(then.account, then.principal ? principalName(then.principal) : '')) return;
    if (standing?.over === 'ended') return page.location.reload();
    const key = veiledFor ?? '';
    label.veil({
      says: say('veilNoWayBack', inFull(own())),
      isFirstSafe: false,
      answers: [
        [say('veilReload'), () => page.location.reload()],
        [say('veilJustShow'), () => justShow(key)],
      ],
    });
  }

  /**
   * The last line: no click or key reaches a page of the old session, even before the change was noticed, or a page that
   * is not yet guarded as it should be.
   */
  function stand(event: Event): void {
    lookAgain();
    const isReplaced = standing?.over === 'stale' && !dismissed;
    if (!(isReplaced || isTooEarly()) || event.composedPath().includes(label.element)) return passes(event);
    if (event.cancelable) event.preventDefault();
    event.stopImmediatePropagation();
  }

  for (const kind of ACTS) ears.on(kind, stand, { capture: true, frames: true });

  return {
    follow,
    goBack,
  };
}
