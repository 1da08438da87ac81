import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { figure } from './words.ts';

/** What the figures depend on. */
export function machine(): string[] {
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `Date: ${new Date().toISOString().slice(0, 10)}`,
    `Node: ${process.version}`,
    `Cores: ${availableParallelism()} (${cpus()[0]?.model.trim() ?? 'unknown'}), memory: ${memory} GB`,
    `System: ${platform()} ${release()}`,
  ];
}

/** What else the machine did while a measure ran. */
export function loadAtTheEnd(): string {
  return `Load average of the machine at the end: ${loadavg().map(figure).join(', ')}, on ${availableParallelism()} cores.`;
}
