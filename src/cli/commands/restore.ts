import { readBackup } from '../backup/backup_manifest.ts';
import { restoreEmbedded } from '../backup/embedded.ts';
import { restoreExternal } from '../backup/external.ts';
import { refuseOtherKey, restoreKeys } from '../backup/keys.ts';
import { findStorage } from '../backup/storage.ts';
import { defineCommand, exitCodes } from '../command.ts';
import { CommandError } from '../command_error.ts';

/** Puts a backup back, once it is seen to be whole. */
export const restore = defineCommand({
  usage: 'restore <folder of the backup> [--force]',
  details: [
    'With DATABASE_URL it needs pg_restore and an empty database.',
    '--force replaces an embedded database that is there; what it replaces is kept under another name.',
  ],
  options: { force: { type: 'boolean', default: false } },
  words: { least: 1, most: 1 },
  async run({ values: { force }, positionals: [backup = ''] }, { env, out }) {
    const { database, vault } = findStorage(env);
    const manifest = await readBackup(backup);
    if (manifest.database.kind !== database.kind) {
      const fix =
        database.kind === 'embedded' ? 'set DATABASE_URL to an empty database' : 'leave DATABASE_URL unset';
      throw new CommandError(
        `${backup} was made of the ${manifest.database.kind} database: ${fix}, and try again.`,
      );
    }
    if (!force) await refuseOtherKey(manifest, vault);
    const restored =
      database.kind === 'embedded'
        ? await restoreEmbedded(backup, manifest, database.dataDir, force)
        : await restoreExternal(backup, database.url.reveal());
    const aboutKeys = await restoreKeys(backup, manifest, vault);
    out(`${[...restored, ...aboutKeys, 'Now start Greenroom.'].join('\n')}\n`);
    return exitCodes.done;
  },
});
