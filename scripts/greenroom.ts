import { existsSync } from 'node:fs';

// `npm start`, `npm run backup` and the like: the program from its source, with the variables of a file `.env` when there is
// one. What is set already wins.
if (existsSync('.env')) process.loadEnvFile('.env');
await import('../src/main.ts');
