export const diagnosticsWords = {
  title: 'Diagnostics',
  lead: 'What Burgee did last: times, counts and reasons. No tokens, no names of your accounts.',
  copy: 'Copy for a bug report',
  copied: 'Copied',
} as const;
