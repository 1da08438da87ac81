import { parseArgs } from 'node:util';
import { copyEmbedded } from './backup/embedded.ts';
import { dumpExternal } from './backup/external.ts';
import { makeBackup } from './backup/folder.ts';
import { aboutKeys, usedKeys } from './backup/keys.ts';
import { run } from './backup/refusal.ts';
import { findStorage } from './backup/storage.ts';

/**
 * `npm run backup -- [folder] [--with-key]`: a backup below `folder` (default `backups`). An external database is dumped
 * while Greenroom runs; the embedded one is copied while it is stopped.
 */
run(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'with-key': { type: 'boolean', default: false } },
  });
  const { database, vault } = findStorage();
  const keys = await usedKeys(vault);
  const folder = await makeBackup(positionals[0] ?? 'backups', keys, values['with-key'], (draft) =>
    database.kind === 'embedded'
      ? copyEmbedded(database.dataDir, draft)
      : dumpExternal(database.url.reveal(), draft),
  );
  return [`The backup is in ${folder}`, ...aboutKeys(keys, values['with-key'])];
});
