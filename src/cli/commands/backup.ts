import { copyEmbedded } from '../backup/embedded.ts';
import { dumpExternal } from '../backup/external.ts';
import { makeBackup } from '../backup/folder.ts';
import { aboutKeys, usedKeys } from '../backup/keys.ts';
import { findStorage } from '../backup/storage.ts';
import { defineCommand, exitCodes } from '../command.ts';

/** An external database is dumped while Greenroom runs; the embedded one is copied while it is stopped. */
export const backup = defineCommand({
  usage: 'backup [folder] [--with-key]',
  details: [
    'The backup is a new folder below the given one; without one, below "backups".',
    'With DATABASE_URL it needs pg_dump; the embedded database is copied while Greenroom is stopped.',
    '--with-key puts the key file into the backup: it then opens every secret in it.',
  ],
  options: { 'with-key': { type: 'boolean', default: false } },
  words: { least: 0, most: 1 },
  async run({ values, positionals: [parent = 'backups'] }, { env, out }) {
    const withKey = values['with-key'];
    const { database, vault } = findStorage(env);
    const keys = await usedKeys(vault);
    const folder = await makeBackup(parent, keys, withKey, (draft) =>
      database.kind === 'embedded'
        ? copyEmbedded(database.dataDir, draft)
        : dumpExternal(database.url.reveal(), draft),
    );
    out(`The backup is in ${folder}\n${aboutKeys(keys, withKey).join('\n')}\n`);
    return exitCodes.done;
  },
});
