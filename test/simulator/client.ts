import { Agent, request } from 'node:https';
import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { TESTS_OWN } from './ledger';
import type { Simulator } from './simulator';

/** An agent for Node's https (and the AWS SDK) for which every host is the simulator. */
export function agentFor({ port, authority }: Simulator): Agent {
  return new (class extends Agent {
    override createConnection(options: { host?: string }): TLSSocket {
      const servername = isIP(options.host ?? '') ? {} : { servername: options.host ?? '' };
      return connect({ port, host: '127.0.0.1', ca: authority.pem, ...servername });
    }
  })({ keepAlive: false });
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request to a host of the simulated AWS, over a real connection; redirects are not followed. */
export function ask(
  simulator: Simulator,
  url: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const own = { ...headers, [TESTS_OWN]: '' };
    const asked = request(url, { method, headers: own, agent: agentFor(simulator) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: headersFrom(answer.rawHeaders),
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function headersFrom(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < raw.length; index += 2) headers.append(raw[index] ?? '', raw[index + 1] ?? '');
  return headers;
}
