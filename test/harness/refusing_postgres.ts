import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A server at which every connection ends as it is told to. */
export interface RefusingPostgres {
  readonly address: string;
  close(): void;
}

export async function startRefusingPostgres(answer: (socket: Socket) => void): Promise<RefusingPostgres> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const found = server.address();
  const port = typeof found === 'object' ? found?.port : 0;
  return { address: `postgres://u:p@127.0.0.1:${port}/x`, close: () => void server.close() };
}

/** An ErrorResponse of the protocol. */
export function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
