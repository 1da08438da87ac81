import { expect, test } from 'vitest';
import { addAppDrift, nothingGathered } from '../../../../src/core/drift/drift_groups.ts';

const gone = (action: string) => ({ kind: 'action_gone', key: `action ${action}`, action }) as const;

test('a thousand apps with the same findings are one group of bounded size', () => {
  const apps = Array.from({ length: 1000 }, (_, n) => ({ id: `${n}`, name: `App ${n}` }));
  const gathered = apps.reduce((all, app) => addAppDrift(all, app, [gone('x')]), nothingGathered);
  expect(gathered.groups).toHaveLength(1);
  expect(gathered.groups[0]?.apps).toHaveLength(10);
  expect(gathered.groups[0]?.moreApps).toBe(990);
});

test('apps with many different findings fill a few groups, and the others are counted', () => {
  const apps = Array.from({ length: 1000 }, (_, n) => ({ id: `${n}`, name: `App ${n}` }));
  const gathered = apps.reduce(
    (all, app) =>
      addAppDrift(
        all,
        app,
        Array.from({ length: 40 }, (_, n) => gone(`${app.id} ${n}`)),
      ),
    nothingGathered,
  );
  expect(gathered.groups).toHaveLength(5);
  expect(gathered.more).toBe(995);
  expect(gathered.groups[0]?.findings).toHaveLength(5);
  expect(gathered.groups[0]?.moreFindings).toBe(35);
});
