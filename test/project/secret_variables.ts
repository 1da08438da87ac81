import { read } from './source_files.ts';

/**
 * The variables that name a file with a secret, as the code has them: `SLACK_BOT_TOKEN_FILE` and so on. Without those of a proxy, which most
 * deployments do not have.
 */
export const secretFileVariables: readonly string[] = [
  ...read('src/config/secret_files.ts').matchAll(/^ {2}'([A-Z_]+)',$/gm),
]
  .map(([, name]) => `${name}_FILE`)
  .filter((name) => !name.endsWith('_PROXY_FILE'));
