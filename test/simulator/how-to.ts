import type { Simulator } from './simulator';

/** What a person types to point a browser, the AWS CLI or an SDK at the simulator. */
export function howTo(
  { port, proxyPort, world, chromiumArguments }: Simulator,
  name: string,
  authority: string,
): string {
  const portals = world.portals.map(
    ({ startUrl, region, accounts, apps }) =>
      `  ${startUrl}  (${region}; ${accounts.length} accounts, ${apps.length} applications)`,
  );
  const startUrl = world.portals[0]?.startUrl ?? '';
  const region = world.portals[0]?.region ?? '';
  const quoted = chromiumArguments.map((argument) => `'${argument}'`).join(' \\\n    ');
  return `AWS on loopback: world "${name}", https port ${port}, proxy port ${proxyPort}.
Its authority: ${authority}

Portals
${portals.join('\n')}

Chromium
  chromium --user-data-dir="$(mktemp -d)" \\
    ${quoted} \\
    ${startUrl}

Firefox (a profile of its own; certutil is in libnss3-tools)
  profile=$(mktemp -d)
  certutil -A -n burgee-simulator -t C,, -i ${authority} -d "sql:$profile"
  printf '%s\\n' 'user_pref("network.proxy.type", 1);' 'user_pref("network.proxy.ssl", "127.0.0.1");' \\
    'user_pref("network.proxy.ssl_port", ${proxyPort});' > "$profile/user.js"
  firefox --profile "$profile" ${startUrl}

AWS CLI 2
  export HTTPS_PROXY=http://127.0.0.1:${proxyPort} AWS_CA_BUNDLE=${authority}
  aws configure set sso_start_url ${startUrl} --profile simulated
  aws configure set sso_region ${region} --profile simulated
  aws configure set sso_account_id ${world.portals[0]?.accounts[0]?.id ?? ''} --profile simulated
  aws configure set sso_role_name ${world.portals[0]?.accounts[0]?.roles[0] ?? ''} --profile simulated
  aws sso login --profile simulated --no-browser
  # Approve the code that it prints in the browser above, or:
  curl --cacert ${authority} -X POST https://127.0.0.1:${port}/_control/devices/ABCD-EFGH/approved

AWS SDKs
  Python: the two variables of the CLI. JavaScript heeds no proxy variable: give the client an https agent
  that connects to 127.0.0.1:${port} and trusts the authority (test/simulator/client.ts has one).

Steering it
  curl --cacert ${authority} https://127.0.0.1:${port}/_control/
  curl --cacert ${authority} https://127.0.0.1:${port}/_control/ledger
  curl --cacert ${authority} -X PATCH -d '{"throttle":{"burst":5,"perSecond":1}}' https://127.0.0.1:${port}/_control/settings
  curl --cacert ${authority} -X PUT -d '[{"op":"ListAccounts","effect":{"kind":"status","status":503}}]' https://127.0.0.1:${port}/_control/faults
  curl --cacert ${authority} -X DELETE https://127.0.0.1:${port}/_control/faults

Stop with Ctrl+C.`;
}
