/** How a console page may differ; chosen with `?sim=` in its address, or for all pages in the settings. */
export const consoleVariants = [
  'no-meta',
  'broken-meta',
  'strange-meta',
  'huge-meta',
  'other-account-meta',
  'late-meta',
  'late-header',
  'german',
  'iframe-only',
  'region-unsupported',
  'switched-role',
  'string-prism',
  'prod-alias',
  'fixed-footer',
  'strict-csp',
  'fights',
  'busy',
] as const;

export type ConsoleVariant = (typeof consoleVariants)[number];

export function consoleVariantNamed(name: string | null): ConsoleVariant | undefined {
  return consoleVariants.find((variant) => variant === name);
}
