/** What a person can press. */
export const CONTROL =
  'button, a[href], input[type="button"], input[type="submit"], input[type="image"], summary, [role="button"], [role="link"], [role="menuitem"], [role="menuitemradio"], [role="menuitemcheckbox"], [role="option"], [role="switch"], [role="tab"]';
