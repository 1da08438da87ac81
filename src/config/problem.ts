/** One thing to fix. `line` is a whole sentence that names the variable and the fix, and holds no value. */
export interface ConfigProblem {
  readonly variable: string;
  readonly line: string;
}

export function problem(variable: string, words: string): ConfigProblem {
  return { variable, line: `${variable} ${words}.` };
}
