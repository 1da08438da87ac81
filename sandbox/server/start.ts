import { createServer, type Server } from 'node:http';
import type { Simulators } from '../simulators/start_simulators.ts';
import { watchChanges } from './changes.ts';
import { type GreenroomOptions, superviseGreenroom } from './greenroom.ts';
import { answer } from './routes.ts';
import { newSandbox, type Sandbox } from './sandbox.ts';

export interface ServerOptions {
  readonly greenroom: GreenroomOptions;
  /** Folder of the built page. */
  readonly pages: string;
  /** The first port to try; the next free one is taken. 0: any. */
  readonly port: number;
}

/** The listening sandbox server. Greenroom itself is not started yet. */
export interface SandboxServer {
  /** `http://127.0.0.1:4000` */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Closes the server and stops Greenroom; the simulators go on. */
  close(): Promise<void>;
}

export async function startServer(simulators: Simulators, options: ServerOptions): Promise<SandboxServer> {
  const changes = watchChanges(simulators.slack);
  const greenroom = superviseGreenroom(simulators, options.greenroom);
  greenroom.onChange(changes.notify);
  const sandbox = newSandbox(simulators, greenroom, changes);
  const server = createServer((req, res) => void answer(sandbox, options.pages, req, res));
  const port = await listen(server, options.port);
  const url = `http://127.0.0.1:${port}`;
  simulators.zoom.showPagesAt(`${url}/zoom`);
  simulators.stackone.showPagesAt(`${url}/stackone`);
  return {
    url,
    sandbox,
    close: async () => {
      changes.close();
      server.close();
      server.closeAllConnections();
      await greenroom.stop();
    },
  };
}

const TRIES = 50;

/** The port asked for, or the next one that is free. */
async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + TRIES; port += 1) {
    const bound = await tryPort(server, port);
    if (bound !== null) return bound;
  }
  throw new Error(`No free port from ${first} to ${first + TRIES}`);
}

function tryPort(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error);
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}
