import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { manifest, repository } from './package_manifest.ts';
import { filesIn, read } from './source_files.ts';

const places = filesIn('.', /(\.md|\.ya?ml|\.json|\.service|Dockerfile)$/).filter(
  (path) => !/^(CHANGELOG\.md|package-lock\.json|test\/|docs\/(decisions|upstream)\/)/.test(path),
);
const found = (what: RegExp) =>
  places.flatMap((path) => [...read(path).matchAll(what)].map(([, value]) => [path, value] as const));

test('every place that names the version of this checkout names the one of package.json', () => {
  const named = found(/\bgreenroom\}?:(?:\$\{GREENROOM_VERSION:-)?(\d+\.\d+\.\d+)/g);
  expect(new Set(named.map(([path]) => path))).toContain('compose.yaml');
  expect(named.filter(([, version]) => version !== manifest.version)).toEqual([]);
});

test('every place that names the address of the project names the one of package.json', () => {
  const named = found(/\b(https:\/\/github\.com\/[\w-]+\/greenroom)\b/g);
  expect(new Set(named.map(([path]) => path))).toContain('Dockerfile');
  expect(named.filter(([, address]) => address !== repository)).toEqual([]);
  const image = `ghcr.io/${repository.replace('https://github.com/', '')}`;
  const images = found(/\b(ghcr\.io\/[\w./-]+?)(?=[:\s`])/g);
  expect(images.filter(([, name]) => name !== image)).toEqual([]);
  expect([manifest.homepage, manifest.bugs.url]).toEqual([`${repository}#readme`, `${repository}/issues`]);
});

test.each(commands.map(({ name }) => name))('a checkout has the command %s as the image has it', (name) => {
  expect(JSON.parse(read('package.json'))).toHaveProperty(
    ['scripts', name],
    `tsx scripts/greenroom.ts ${name}`,
  );
});
