/** The swallow-tailed flag; `colour` is the account's, or Burgee's own. */
export function BurgeeMark({ colour = 'var(--accent)', size = 18 }: { colour?: string; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M2 1.5v13" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" />
      <path d="M3 2.2 14.5 4.6 11.4 6.9 14.5 9.2 3 11.4Z" fill={colour} />
    </svg>
  );
}
