import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));

/** A server in a process of its own, ready. */
export interface Server {
  readonly url: string;
  /** From the start of the process until it was ready. */
  readonly startMs: number;
  /** Resident memory, in MB; NaN where /proc is not there. */
  memory(): Promise<number>;
  /** Processor time since the start, in milliseconds; NaN where /proc is not there. */
  processorMs(): Promise<number>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers with 200 when the server is ready; any answer will do without it. */
  readonly readyAt?: string;
}

export async function startServer(options: ServerOptions): Promise<Server> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [options.program], {
    cwd: project,
    env: { PATH: process.env.PATH ?? '', PORT: String(port), ...options.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(child, `${url}${options.readyAt ?? '/'}`, options.readyAt !== undefined);
  const startMs = performance.now() - began;
  return {
    url,
    startMs,
    memory: () => memoryOf(child),
    processorMs: () => processorMsOf(child),
    stop: () => stop(child),
  };
}

/** Several engineers may measure on one machine. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function ready(child: ChildProcess, url: string, mustBeOk: boolean): Promise<void> {
  for (let tries = 0; tries < 6_000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${url} ended before it was ready`);
    const reply = await fetch(url).catch(() => null);
    await reply?.body?.cancel();
    if (reply !== null && (reply.ok || !mustBeOk)) return;
    await wait(10);
  }
  throw new Error(`${url} did not get ready`);
}

async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1_024;
}

/** Of user and kernel, in ticks of 10 ms: fields 14 and 15 of proc(5), where the name in field 2 may hold blanks. */
async function processorMsOf({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Runs a program to its end, hands it `input` as JSON, and reads the JSON it prints. */
export async function runProgram(words: readonly string[], input: unknown = null): Promise<unknown> {
  const child = spawn(process.execPath, [...words], { cwd: project, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(input));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${words[0]} ended with ${code}`);
  return JSON.parse(output);
}
