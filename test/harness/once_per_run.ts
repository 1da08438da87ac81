import type { ProvidedContext } from 'vitest';

/** What a set-up opened, and how it is closed. */
export interface Opened<T> {
  readonly value: T;
  close(): Promise<void>;
}

interface Shared<T> {
  readonly opened: Promise<Opened<T>>;
  users: number;
}

type Name = 'postgres' | 'program';
type SharedByName = { [N in Name]?: Shared<ProvidedContext[N]> };

declare global {
  // Vitest evaluates a set-up file anew for each project: only this survives between them.
  var sharedByProjects: SharedByName | undefined;
}

/** Opens something for all projects of a run that ask for it; the last one that closes it closes it really. */
export async function oncePerRun<N extends Name>(
  name: N,
  open: () => Promise<Opened<ProvidedContext[N]>>,
): Promise<Opened<ProvidedContext[N]>> {
  globalThis.sharedByProjects ??= {};
  const all: SharedByName = globalThis.sharedByProjects;
  const known: Shared<ProvidedContext[N]> | undefined = all[name];
  const shared = known ?? { opened: open(), users: 0 };
  Object.assign(all, { [name]: shared });
  shared.users += 1;
  const { value, close } = await shared.opened;
  return {
    value,
    async close() {
      shared.users -= 1;
      if (shared.users > 0) return;
      delete all[name];
      await close();
    },
  };
}
