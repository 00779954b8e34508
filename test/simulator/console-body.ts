import { escape } from './pages';

interface Listing {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: (region: string) => readonly (readonly string[])[];
}

const instances: Listing = {
  title: 'Instances',
  columns: ['Name', 'Instance ID', 'State', 'Type', 'Zone'],
  rows: (region) =>
    ['web-1', 'web-2', 'worker-1', 'reporting'].map((name, index) => [
      name,
      `i-0a1b2c3d4e5f6000${index}`,
      'Running',
      't3.large',
      `${region}a`,
    ]),
};
const listings: Readonly<Record<string, Listing>> = {
  ec2: instances,
  s3: {
    title: 'Buckets',
    columns: ['Name', 'AWS Region', 'Access'],
    rows: (region) =>
      ['invoices', 'raw-events', 'site-assets', 'terraform-state'].map((name) => [
        name,
        region,
        'Bucket and objects not public',
      ]),
  },
  rds: {
    title: 'Databases',
    columns: ['DB identifier', 'Status', 'Engine', 'Region'],
    rows: (region) => ['orders', 'ledger', 'sessions'].map((name) => [name, 'Available', 'Aurora PostgreSQL', region]),
  },
  lambda: {
    title: 'Functions',
    columns: ['Function name', 'Runtime', 'Last modified'],
    rows: () => ['resize-image', 'send-receipt', 'nightly-report'].map((name) => [name, 'Node.js 24.x', '3 days ago']),
  },
};

/** The body of a console page: a list of the service's things, and controls on which label, guard and foreign numbers can be tried. */
export function consoleBody(path: string, region: string): string {
  const service = path.split('/')[1] ?? '';
  const { title, columns, rows } = listings[service] ?? instances;
  const head = columns.map((column) => `<th>${column}</th>`).join('');
  const lines = rows(region).map(
    ([name = '', ...more]) =>
      `<tr><td><input type="checkbox" aria-label="Select ${escape(name)}"></td><td><a href="#${escape(name)}">${escape(name)}</a></td>${more.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`,
  );
  return `<h1>${title}</h1>
<p class="actions">
  <button id="start-instance">Start instance</button>
  <button id="stop-instance" data-testid="stop-instance">Stop instance</button>
  <button id="terminate-instance" data-testid="terminate-instance">Terminate (delete) instance</button>
  <button id="delete-database">Delete database</button>
</p>
<table><thead><tr><th></th>${head}</tr></thead><tbody>${lines.join('')}</tbody></table>
<p>Trusted: <code id="foreign-arn">arn:aws:iam::222222222222:role/deploy</code> and account <code id="foreign-id">333333333333</code>.</p>
<p><label>Principal <input id="principal" size="60"></label></p>
<p id="log" role="log"></p>
<p><a id="spa-link" href="/s3/home">S3</a></p>`;
}
