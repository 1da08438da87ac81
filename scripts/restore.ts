import { parseArgs } from 'node:util';
import { restoreEmbedded } from './backup/embedded.ts';
import { restoreExternal } from './backup/external.ts';
import { refuseOtherKey, restoreKeys } from './backup/keys.ts';
import { readBackup } from './backup/manifest.ts';
import { Refusal, run } from './backup/refusal.ts';
import { findStorage } from './backup/storage.ts';

/**
 * `npm run restore -- <backup> [--force]`: puts a backup back, once it is seen to be whole. `--force` is for the embedded
 * database: what stands there is kept under another name.
 */
run(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  });
  const [backup] = positionals;
  if (backup === undefined) throw new Refusal('npm run restore -- <folder of the backup> [--force]');
  const { database, vault } = findStorage();
  const manifest = await readBackup(backup);
  if (manifest.database.kind !== database.kind) {
    const fix =
      database.kind === 'embedded' ? 'set DATABASE_URL to an empty database' : 'leave DATABASE_URL unset';
    throw new Refusal(`${backup} was made of the ${manifest.database.kind} database: ${fix}, and try again.`);
  }
  if (!values.force) await refuseOtherKey(manifest, vault);
  const said =
    database.kind === 'embedded'
      ? await restoreEmbedded(backup, manifest, database.dataDir, values.force)
      : await restoreExternal(backup, database.url.reveal());
  return [...said, ...(await restoreKeys(backup, manifest, vault)), 'Now start Greenroom.'];
});
