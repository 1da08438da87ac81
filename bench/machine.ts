import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';

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
