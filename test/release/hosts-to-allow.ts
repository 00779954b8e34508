import { type Partition, partitionNames, partitions } from '../../lib/model/partition';

const titles: Readonly<Record<Partition, string>> = {
  aws: 'commercial',
  'aws-us-gov': 'GovCloud (US)',
  'aws-cn': 'China',
  'aws-eusc': 'EU Sovereign Cloud',
};

/** The hosts of each partition, as the administrators' page lists them. */
export function hostsToAllow(): string {
  const rows = partitionNames.map((name) => {
    const { apiSuffix, portals, consoleHost, otherConsoleHosts, signinHost } = partitions[name];
    const cells = [
      [`portal.sso.{region}.${apiSuffix}`, `oidc.{region}.${apiSuffix}`],
      [...new Set(portals.map((form) => form.replace(/\/.*$/, '').replace('{id}', '*')))],
      [consoleHost, `*.${consoleHost}`, ...otherConsoleHosts],
      [signinHost, `*.${signinHost}`],
    ];
    return row([titles[name], ...cells.map((hosts) => hosts.map((host) => `\`${host}\``).join(', '))]);
  });
  const head = ['partition', 'Burgee asks', 'portals', 'consoles', 'federation and role switching'];
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
