import { z } from 'zod';
import { read } from './source_files.ts';

/** The fields of package.json that other files repeat. */
export const manifest = z
  .object({
    version: z.string(),
    license: z.string(),
    homepage: z.url(),
    repository: z.object({ url: z.string() }),
    bugs: z.object({ url: z.url() }),
  })
  .parse(JSON.parse(read('package.json')));

/** Where the project lives. package.json is the one place that says so; what repeats it is compared with this. */
export const repository: string = manifest.repository.url.replace(/^git\+|\.git$/g, '');
