import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSimulator } from './simulator';
import { isWorldName, worlds } from './worlds';

const { values } = parseArgs({
  options: { world: { type: 'string', default: 'small' }, port: { type: 'string', default: '8443' } },
});
if (!isWorldName(values.world)) {
  console.error(`There is no world "${values.world}". Worlds: ${Object.keys(worlds).join(', ')}.`);
  process.exit(2);
}

const simulator = await startSimulator({ world: values.world, port: Number(values.port) });
const authorityFile = join(tmpdir(), 'burgee-simulator-authority.pem');
writeFileSync(authorityFile, simulator.authority.pem);

console.log(`AWS on loopback: world "${values.world}", https port ${simulator.port}, proxy port ${simulator.proxyPort}.
Authority: ${authorityFile}

Portals:
${simulator.world.portals.map(({ startUrl, region, accounts, apps }) => `  ${startUrl}  (${region}; ${accounts.length} accounts, ${apps.length} apps)`).join('\n')}

Chromium:
  chromium --user-data-dir=$(mktemp -d) \\
    ${simulator.chromiumArguments.map((argument) => `'${argument}'`).join(' \\\n    ')} \\
    '${simulator.world.portals[0]?.startUrl ?? ''}'

Firefox: trust the authority above (Settings, Certificates) and set the HTTPS proxy to 127.0.0.1:${simulator.proxyPort}.

AWS CLI (2.x) and SDKs that heed these variables:
  export HTTPS_PROXY=http://127.0.0.1:${simulator.proxyPort} AWS_CA_BUNDLE=${authorityFile} NODE_EXTRA_CA_CERTS=${authorityFile}
  aws configure set sso_start_url ${simulator.world.portals[0]?.startUrl ?? ''} --profile simulated
  aws configure set sso_region ${simulator.world.portals[0]?.region ?? ''} --profile simulated
  aws sso login --profile simulated --no-browser    # open the printed address with ?user_code=…&confirm=1

Stop with Ctrl+C.`);
