import { expect, it } from 'vitest';
import { planView } from '../../../../../src/slack/views/plan/plan_view.ts';

it('common needs have a name that people read, in the order of the templates', () => {
  const names = [
    ...JSON.stringify(planView({ managementType: 'admin' })).matchAll(
      /"text":"([^"]+)"[^{}]*\},"value":"template ([a-z-]+)"/g,
    ),
  ];
  expect(names.map(([, name, id]) => [id, name])).toEqual([
    ['meetings-read', 'Meetings, read-only'],
    ['meetings', 'Meetings, full'],
    ['webinars', 'Webinars'],
    ['recordings', 'Recordings and transcripts'],
    ['users', 'Users and groups'],
    ['chat', 'Team Chat'],
    ['reports', 'Reports'],
  ]);
});
