import { requiredHosts } from '../../lib/model/manifest';

/** What the stores print about Burgee, in English; the manifest's name and description come from the messages. */
export const listing = {
  category: 'Developer Tools',
  summary: 'Find any AWS account in a few keystrokes, and never mistake which one you are in.',
  description: `Burgee is for people who work in many AWS accounts through IAM Identity Center (AWS SSO).

TAKES YOU THERE
• A few letters and Enter open the console of any account, in the role you usually take, at the service and region you name: "pay prod adm s3 eu-west-1".
• Accounts, account numbers, e-mails, roles, assigned apps and services in one list that learns what you use, forgives typing errors, and understands pasted ARNs and console addresses.
• The list fills from thousands of accounts without getting in the way of your own work, and is there at once the next time.
• Session over? One click signs you in, and the console you were going to opens by itself.

NEVER LETS YOU MISTAKE WHERE YOU ARE
• Every console tab carries its account's name, number, role and colour, in its first painted frame. Production is red and striped.
• The account is read from the session, never guessed. What Burgee does not know it says, in grey.
• In Firefox, if you switch it on, each account opens in a container of its own, by its name and in its colour.
• When another sign-in replaces the session under a tab, no click reaches the old page until you have chosen who you want to be.
• A guard, if you switch it on, asks before anything is deleted in production.

PRIVATE
• Talks to AWS only. No account, no server of ours, no telemetry, no remote code.
• Asks for one thing at installation: the AWS console. All else is asked for at the click that needs it.

Commercial regions, GovCloud, China and the EU Sovereign Cloud. Open source (MIT).`,
} as const;

/** Why each permission of the manifest is needed, as the stores' reviewers ask for it. */
export const rationale: Readonly<Record<string, string>> = {
  storage: 'Keeps the list of accounts and the person’s choices. Tokens are held in memory only (storage.session).',
  alarms: 'Notices the end of the portal session and continues a long listing after the worker was stopped.',
  scripting: 'Starts the content script on the hosts that the person allowed later, and marks tabs already open.',
  contextMenus: 'Offers “This page in another account…” and “Copy link to this page” on console pages.',
  declarativeNetRequestWithHostAccess:
    'Blocks exactly one loopback address during a sign-in with AWS (in Firefox: leads it back to AWS), so that no local program can read the code.',
  contextualIdentities:
    'Firefox only: makes one container per account, where the person switched that on. Firefox does not allow it to be optional.',
  cookies:
    'Firefox only, optional: Firefox’s condition for opening a tab in a container. No cookie is read or written by it.',
  tabGroups: 'Optional: names and colours one tab group per account. Asked for when the person switches it on.',
};

/** The text that goes with the stores’ pictures, in `test/shots/store/listing.md`. */
export function listingText(): string {
  const reasons = Object.entries(rationale).map(([name, why]) => `- \`${name}\`: ${why}`);
  const parts = [
    '# Burgee',
    listing.summary,
    `Category: ${listing.category}`,
    listing.description,
    '## Permissions',
    [
      ...reasons,
      `- \`${requiredHosts.join('`, `')}\`: to mark console tabs with the account that they belong to.`,
    ].join('\n'),
    '## Data',
    'Collects nothing. Calls AWS’s own Identity Center API, and nobody else.',
  ];
  return `${parts.join('\n\n')}\n`;
}
