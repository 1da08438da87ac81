import { expect, test } from 'vitest';
import { greenroomWith } from '../../harness/greenroom.ts';

test('a backup that cannot be written is one line with the reason and who would have to write it', async () => {
  const env = { GREENROOM_DATA_DIR: '/dev/null/data' };
  const { code, out, err } = await greenroomWith(env, 'backup', '/dev/null/backups');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(
    /^\/dev\/null\/backups\/greenroom-.+\.partial cannot be made \(ENOTDIR\): name a folder that can be written to, for the user with the number \d+\.\n$/,
  );
});
