import { existsSync } from 'node:fs';

// `npm start`, `npm run backup` and the like: the program from its source, with the variables of a file `.env` when there is
// one. What is set already wins.
const certificates = process.env.NODE_EXTRA_CA_CERTS;
if (existsSync('.env')) process.loadEnvFile('.env');
if (process.env.NODE_EXTRA_CA_CERTS !== certificates)
  console.warn(
    'NODE_EXTRA_CA_CERTS has no effect in .env, Node has read it before: set it in the environment.',
  );
await import('../src/main.ts');
