import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { howTo } from './how-to';
import { startSimulator } from './simulator';
import { isWorldName, worlds } from './worlds';

const { values } = parseArgs({
  options: {
    world: { type: 'string', default: 'small' },
    port: { type: 'string', default: '8443' },
    'proxy-port': { type: 'string', default: '8444' },
  },
});
if (!isWorldName(values.world)) {
  console.error(`There is no world "${values.world}". Worlds: ${Object.keys(worlds).join(', ')}.`);
  process.exit(2);
}

const simulator = await startSimulator({
  world: values.world,
  port: Number(values.port),
  proxyPort: Number(values['proxy-port']),
});
const authorityFile = join(tmpdir(), `burgee-simulator-${simulator.port}.pem`);
writeFileSync(authorityFile, simulator.authority.pem);
console.log(howTo(simulator, values.world, authorityFile));
