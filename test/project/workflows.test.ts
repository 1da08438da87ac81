import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { filesIn, read } from './source_files.ts';

const Step = z.object({ uses: z.string().optional(), run: z.string().optional() });
const Workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      'timeout-minutes': z.number(),
      permissions: z.record(z.string(), z.string()).optional(),
      strategy: z.object({ matrix: z.object({ node: z.array(z.string()) }) }),
      steps: z.array(Step),
    }),
  ),
});

const files = filesIn('.github/workflows', /\.ya?ml$/);
const workflows = files.map((path) => ({ path, ...Workflow.parse(parse(read(path))) }));
const jobs = workflows.flatMap((workflow) => Object.values(workflow.jobs));

describe('the workflows of the repository', () => {
  it('run every check under the oldest Node that is supported, the one of the image, and what lies between', () => {
    const oldest = /"node": ">=(\d+)/.exec(read('package.json'))?.[1];
    const shipped = /^FROM node:(\d+)/m.exec(read('Dockerfile'))?.[1];
    const [checks] = jobs.filter(({ steps }) => steps.some(({ run }) => run === '.ci/run'));
    expect(checks?.strategy.matrix.node).toEqual([oldest, '22', shipped]);
  });

  it('may read the repository and nothing else', () => {
    const granted = [...workflows, ...jobs].flatMap(({ permissions }) => (permissions ? [permissions] : []));
    expect(granted).not.toEqual([]);
    expect(granted.filter((each) => JSON.stringify(each) !== '{"contents":"read"}')).toEqual([]);
  });

  it('use actions by their commit, with the version beside it', () => {
    const used = files.flatMap((path) =>
      [...read(path).matchAll(/^\s*- uses: (.*)$/gm)].map(([, use]) => use),
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((use) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use ?? ''))).toEqual([]);
  });

  it('end within two hours, whatever hangs', () => {
    expect(jobs.filter((job) => job['timeout-minutes'] > 120)).toEqual([]);
  });
});
