/** Where in an account: in which role, on a page of which region. */
export interface Here {
  readonly role?: string | undefined;
  readonly region?: string | undefined;
}
