import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';

/** An HTTP CONNECT proxy for which every host is the simulator. */
export function connectProxy(port: number): Server {
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (_, client: Socket, head: Buffer) => {
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  return server;
}
