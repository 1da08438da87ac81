import { parseArgs } from 'node:util';
import { printReport } from './print_report.ts';
import { type Report, runChaos } from './run.ts';

/** `npm run chaos -- [--seed N] [--apps 1000] [--replicas 3] [--transport http|socket] [--without-history] [--from other/dist/main.js]` */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    apps: { type: 'string', default: '1000' },
    replicas: { type: 'string', default: '3' },
    transport: { type: 'string' },
    'without-history': { type: 'boolean', default: false },
    from: { type: 'string' },
  },
});

const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
const transport = values.transport ?? (seed % 2 === 0 ? 'http' : 'socket');
const options = {
  seed,
  apps: Number(values.apps),
  replicas: Number(values.replicas),
  transport: transport === 'http' ? ('http' as const) : ('socket' as const),
  history: !values['without-history'],
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const began = performance.now();
const seconds = () => `${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s`;
console.log(
  `seed ${seed} · ${options.apps} apps · ${options.replicas} replicas · ${transport} · ${options.history ? 'with' : 'without'} the right to read channels`,
);
const report: Report = await runChaos({
  ...options,
  program: ['dist/main.js'],
  ...(values.from === undefined ? {} : { earlier: [values.from] }),
  say: (line) => console.log(`${seconds()}  ${line}`),
});
printReport(report, console.log);
console.log(
  `${seconds()}  seed ${seed}: ${report.breaches.length === 0 ? 'everything holds' : `${report.breaches.length} breaches`}`,
);
process.exit(report.breaches.length === 0 ? 0 : 1);
