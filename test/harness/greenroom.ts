import { runCommandLine } from '../../src/cli/command_line.ts';

export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type Variables = Readonly<Record<string, string>>;

/** What `greenroom` prints and exits with for these words, in this process and without variables. */
export function greenroom(...args: string[]): Promise<Printed> {
  return greenroomWith({}, ...args);
}

/** The same with these variables, and no others. */
export async function greenroomWith(env: Variables, ...args: string[]): Promise<Printed> {
  let [out, err] = ['', ''];
  const code = await runCommandLine(args, {
    env,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
