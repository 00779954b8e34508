import type { Action } from './action';
import { colour } from './colour';
import { copyArn } from './copy-arn';
import { copyCredentials } from './copy-credentials';
import { copyId } from './copy-id';
import { copyLink } from './copy-link';
import { goToTab } from './go-to-tab';
import { group } from './group';
import { hide } from './hide';
import { note } from './note';
import { open } from './open';
import { openHere } from './open-here';
import { openInBackground } from './open-in-background';
import { openInWindow } from './open-in-window';
import { pin } from './pin';
import { refreshAccount } from './refresh-account';
import { rename } from './rename';
import { setDefaultRole } from './set-default-role';
import { setLandingPage } from './set-landing-page';
import { setRegion } from './set-region';

/** Everything that a person can do with a row, in menu order. */
export const actions: readonly Action[] = [
  open,
  openInWindow,
  openInBackground,
  goToTab,
  openHere,
  copyId,
  copyArn,
  copyLink,
  copyCredentials,
  pin,
  hide,
  rename,
  colour,
  note,
  group,
  setDefaultRole,
  setRegion,
  setLandingPage,
  refreshAccount,
];
