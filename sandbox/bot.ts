import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Simulators } from './simulators/start_simulators.ts';

export type Transport = 'socket' | 'http';

export interface BotOptions {
  readonly transport: Transport;
  /** Variables beside those that point at the simulators; at least a database of its own. */
  readonly env: Readonly<Record<string, string>>;
  /** What to run: the source through tsx (default), or a built file under plain node. */
  readonly program?: readonly string[];
  readonly port?: number;
  /** As whom to run, for root only; default: whoever runs this. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** The working directory; default: the project. */
  readonly folder?: string;
}

/** The real process. */
export interface Bot {
  readonly url: string;
  readonly pid: number;
  /** Its output so far. */
  output(): string;
  /** Resolves when the process is ready for people. */
  ready(): Promise<void>;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
  /** SIGSTOP and SIGCONT: the process exists, and does nothing. */
  freeze(on: boolean): void;
  /** kill -9. */
  kill(): Promise<void>;
  hasExited(): boolean;
  /** It ended though nobody had asked it to. */
  hasCrashed(): boolean;
  readonly exited: Promise<number | null>;
}

const project = fileURLToPath(new URL('..', import.meta.url));
const fromSource = ['--import', 'tsx', 'src/main.ts'];

/** Starts Greenroom against the simulators and returns at once; `ready()` waits. */
export async function startBot(simulators: Simulators, options: BotOptions): Promise<Bot> {
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [...(options.program ?? fromSource)], {
    cwd: options.folder ?? project,
    ...options.user,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '/',
      NODE_NO_WARNINGS: '1',
      PORT: String(port),
      POLL_CRON: '* * * * * *',
      ...simulators.env,
      ...transportEnv(simulators, options.transport),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = `http://127.0.0.1:${port}`;
  if (child.pid !== undefined) simulators.slack.runsAs(child.pid);
  simulators.slack.deliverTo(options.transport === 'http' ? `${url}/slack/events` : null);
  return follow(child, url);
}

function transportEnv(simulators: Simulators, transport: Transport): Record<string, string> {
  return transport === 'socket'
    ? { SLACK_APP_TOKEN: simulators.slack.appToken }
    : { SLACK_SIGNING_SECRET: simulators.slack.signingSecret };
}

function follow(child: ChildProcess, url: string): Bot {
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  let asked = false;
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;
  const end = (signal: NodeJS.Signals) => {
    if (!hasExited()) {
      asked = true;
      child.kill(signal);
    }
    // A stopped process gets SIGTERM only when it continues.
    if (signal !== 'SIGKILL') child.kill('SIGCONT');
    return exited;
  };
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    hasExited,
    hasCrashed: () => hasExited() && !asked,
    exited,
    ready: () => ready(url, exited, () => output),
    freeze: (on) => void child.kill(on ? 'SIGSTOP' : 'SIGCONT'),
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

async function ready(url: string, exited: Promise<number | null>, output: () => string): Promise<void> {
  let gone = false;
  void exited.then(() => {
    gone = true;
  });
  const limit = Date.now() + 60_000;
  while (!gone && Date.now() < limit) {
    const reply = await fetch(`${url}/readyz`).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Greenroom ${gone ? 'ended' : 'did not get ready'}:\n${output()}`);
}

/**
 * A free port, below those that the system gives to outgoing connections: one of these could take it before the bot does.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port);
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (free) return port;
  }
}
