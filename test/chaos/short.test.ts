import { expect, inject, test } from 'vitest';
import type { Transport } from '../../sandbox/bot.ts';
import type { FaultKind } from './plan/fault_kinds.ts';
import { printReport } from './print_report.ts';
import { runChaos } from './run.ts';

// The long run is `npm run chaos`; this is the same with few apps, and with those faults that end within seconds.

const kinds: readonly FaultKind[] = [
  'kill one',
  'kill all',
  'database: cut one line',
  'database: failover',
  'database: disk full',
  'slack: loses replies',
  'slack: 503',
  'zoom: cut',
  'stackone: 500',
];

test.concurrent.each<{ transport: Transport; seed: number; apps: number }>([
  { transport: 'http', seed: 20, apps: 12 },
  { transport: 'socket', seed: 21, apps: 8 },
])(
  '$apps apps come to live over $transport, each message once, whatever fails meanwhile',
  {
    timeout: 240_000,
  },
  async ({ transport, seed, apps }) => {
    const report = await runChaos({
      ...{ transport, seed, apps, kinds },
      replicas: 2,
      history: true,
      program: [inject('program')],
      say: () => {},
    });
    if (report.breaches.length > 0) printReport(report, console.log);
    expect(report.breaches).toEqual([]);
    expect(report.faults).toBe(kinds.length);
  },
);
