import { expect, test } from 'vitest';
import { bindUseCases } from '../../../src/usecases/bind_use_cases.ts';
import type { Settings } from '../../../src/usecases/changes/context.ts';
import { recordedLog } from '../../harness/log.ts';
import { T1, useFixture } from './fixture.ts';

const stage = useFixture();

test('the log says of each step of a sweep that it failed, also behind the first one', async () => {
  const { ctx } = stage.fixture;
  const { log, lines } = recordedLog();
  const settings: Settings = {
    ...ctx.settings,
    get remindAfterMs(): number {
      throw new Error('no reminder time');
    },
    get secrets(): never {
      throw new Error('no policy');
    },
  };
  const { sweep } = bindUseCases({ ...ctx, log, settings });
  await expect(sweep({ workspaceId: T1 })).rejects.toThrow('no reminder time');
  expect(lines.map((line) => JSON.parse(line).err.message)).toEqual(['no reminder time', 'no policy']);
});
