import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { manifest, repository } from './package_manifest.ts';
import { filesIn, project, read } from './source_files.ts';

const Step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])).optional(),
});
const Workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      'timeout-minutes': z.number(),
      permissions: z.record(z.string(), z.string()).optional(),
      needs: z.string().optional(),
      strategy: z.object({ matrix: z.object({ node: z.array(z.string()) }) }).optional(),
      steps: z.array(Step),
    }),
  ),
});

const files = filesIn('.github/workflows', /\.ya?ml$/);
const workflows = files.map((path) => ({ path, ...Workflow.parse(parse(read(path))) }));
const jobs = workflows.flatMap((workflow) => Object.values(workflow.jobs));

const workflow = (path: string) => {
  const found = workflows.find((one) => one.path === `.github/workflows/${path}`);
  if (found === undefined) throw new Error(`no workflow ${path}`);
  return found;
};
const expression = (of: string) => ['$', '{{ ', of, ' }}'].join('');
const readOnly = { contents: 'read' };

describe('the workflows of the repository', () => {
  it('run every check under the oldest Node that is supported, the one of the image, and what lies between', () => {
    const oldest = /"node": ">=(\d+)/.exec(read('package.json'))?.[1];
    const shipped = /^FROM [^\n]*\bnode:(\d+)/m.exec(read('Dockerfile'))?.[1];
    const { checks } = workflow('ci.yml').jobs;
    expect(checks?.steps.map(({ run }) => run)).toContain('.ci/run');
    expect(checks?.strategy?.matrix.node).toEqual([oldest, '22', shipped]);
  });

  it('may read the repository and nothing else, save the two jobs of a release that push and draft', () => {
    expect(workflows.map(({ permissions }) => permissions)).toEqual(workflows.map(() => readOnly));
    const granted = workflows.flatMap((one) =>
      Object.entries(one.jobs).flatMap(([name, { permissions }]) =>
        permissions ? [[one.path, name, permissions]] : [],
      ),
    );
    expect(granted).toEqual([
      ['.github/workflows/release.yml', 'image', { ...readOnly, packages: 'write' }],
      ['.github/workflows/release.yml', 'draft', { contents: 'write' }],
    ]);
  });

  it('use actions by their commit, with the version beside it', () => {
    const used = files.flatMap((path) =>
      [...read(path).matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, use]) => use),
    );
    expect(used).toHaveLength(jobs.flatMap(({ steps }) => steps.filter(({ uses }) => uses)).length);
    expect(used.filter((use) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use ?? ''))).toEqual([]);
  });

  it('leave no token of the repository in the checkout', () => {
    const checkouts = jobs.flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')),
    );
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('end within two hours, whatever hangs', () => {
    expect(jobs.filter((job) => job['timeout-minutes'] > 120)).toEqual([]);
  });
});

describe('a release', () => {
  const { on, jobs: steps } = workflow('release.yml');
  const runsOf = (job: string) => steps[job]?.steps.flatMap(({ run }) => run ?? []) ?? [];

  it('begins with a tag of a version, and only after every check', () => {
    expect(on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
    expect(steps.checks?.steps.map(({ run }) => run)).toContain('.ci/run');
    expect([steps.image?.needs, steps.draft?.needs]).toEqual(['checks', 'image']);
  });

  it.each([
    [`v${manifest.version}`, 0],
    ['v0.0.0', 1],
  ])('compares the tag with the version of package.json: %s ends with %d', (tag, status) => {
    const command = runsOf('checks').find((run) => run.includes('GITHUB_REF_NAME')) ?? '';
    expect(bash(command, { GITHUB_REF_NAME: tag }).status).toBe(status);
  });

  it('pushes an image for two kinds of processor, by its version, with provenance and what it is made of', () => {
    const push = steps.image?.steps.find(({ uses }) => uses?.startsWith('docker/build-push-action@'));
    expect(push?.with).toMatchObject({
      platforms: 'linux/amd64,linux/arm64',
      push: true,
      tags: expression('steps.name.outputs.image'),
      provenance: 'mode=max',
      sbom: true,
    });
  });

  it('names the image by the repository, in small letters, and by the version', () => {
    const command = steps.image?.steps.find(({ run }) => run?.includes('image='))?.run ?? '';
    const env = { GITHUB_REPOSITORY: 'Acme-Corp/Greenroom', GITHUB_REF_NAME: 'v1.2.3' };
    const collect = ['GITHUB_OUTPUT=$(mktemp)', command, 'cat "$GITHUB_OUTPUT"', 'rm "$GITHUB_OUTPUT"'];
    const { stdout } = bash(collect.join('\n'), env);
    expect(stdout).toMatch(/^image=ghcr\.io\/acme-corp\/greenroom:1\.2\.3\ncreated=\d{4}-\d\d-\d\dT.+\n$/);
  });

  it('takes its text from the changelog, and fails without one', () => {
    expect(runsOf('draft').join('\n')).toMatch(
      /^node \.github\/release_notes\.mjs "\$\{GITHUB_REF_NAME#v\}"/m,
    );
    const notes = bash(`node .github/release_notes.mjs ${manifest.version}`, {});
    expect(notes.stdout).toMatch(/^###? \w/);
    const files = `${repository}/blob/v${manifest.version}/`;
    expect(notes.stdout).toContain(`](${files}docs/`);
    expect(read('CHANGELOG.md')).toContain(notes.stdout.trim().replaceAll(`](${files}`, ']('));
    expect(notes.stdout).not.toMatch(/^## |^\[\d/m);
    expect(bash('node .github/release_notes.mjs 9.9.9', {})).toMatchObject({ status: 1, stdout: '' });
  });

  it('is compared with the one before, by the links of the changelog', () => {
    const changelog = read('CHANGELOG.md');
    const versions = [...changelog.matchAll(/^## \[([^\]]+)\]/gm)].map(([, version]) => version);
    const links = versions.map((version, index) => {
      const before = versions[index + 1];
      const name = version === 'Unreleased' ? 'HEAD' : `v${version}`;
      const to = before === undefined ? `releases/tag/${name}` : `compare/v${before}...${name}`;
      return `[${version}]: ${repository}/${to}`;
    });
    expect(changelog.trimEnd().split('\n').slice(-links.length)).toEqual(links);
  });
});

it('images are kept fresh by Renovate, packages and actions by Dependabot', () => {
  const renovate = z
    .looseObject({ extends: z.array(z.string()), enabledManagers: z.array(z.string()) })
    .parse(JSON.parse(read('.github/renovate.json')));
  expect(renovate.extends).toContain('docker:pinDigests');
  expect(renovate.enabledManagers).toEqual(['dockerfile', 'docker-compose']);
  const Updates = z.object({ updates: z.array(z.object({ 'package-ecosystem': z.string() })) });
  const { updates } = Updates.parse(parse(read('.github/dependabot.yml')));
  expect(updates.map((one) => one['package-ecosystem'])).toEqual(['npm', 'github-actions']);
});

function bash(command: string, env: Readonly<Record<string, string>>) {
  return spawnSync('bash', ['-eo', 'pipefail', '-c', command], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/', ...env },
  });
}
