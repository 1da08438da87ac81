// A process of its own that loads (or makes) the key file and prints its keys.
import { loadKeyFile } from '../../../src/vault/key_file.ts';

const [path = ''] = process.argv.slice(2);
const keys = await loadKeyFile(path);
if (!keys.ok) throw new Error(keys.error);
for (const { id, base64 } of keys.value) process.stdout.write(`${id}:${base64.reveal()}\n`);
