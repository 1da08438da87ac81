import { existsSync } from 'node:fs';

// `npm start`: the variables of a file `.env` first, when there is one. What is set already wins.
if (existsSync('.env')) process.loadEnvFile('.env');
await import('../src/main.ts');
