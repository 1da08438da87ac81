import { spawn } from 'node:child_process';
import type { ServerUser } from '../folder_access.ts';

/** An environment without PG* variables, which would reach into the server. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** Runs a program to its end as `user`. `output` is what it wrote to both streams. */
export function runToEnd(
  program: string,
  args: readonly string[],
  user: ServerUser,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: '/', env: cleanEnvironment(), stdio: 'pipe', ...user });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => {
        output += String(part);
      });
    }
    child.stdin.end();
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
