import type { z } from 'zod';
import { Err, Ok, type Result } from '../core/result.ts';
import { type ConfigProblem, problem } from './problem.ts';
import { readSecretFiles } from './secret_files.ts';

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/** The variables that are set. */
export type Texts = Readonly<Record<string, string>>;

/**
 * The same environment with what is in files in the place of their paths. For who parses it more than once: a pipe, as in
 * `SLACK_BOT_TOKEN_FILE=<(…)`, can be read once. A file that cannot be read stays a path, and a problem.
 */
export function withFilesRead(env: EnvironmentVariables): EnvironmentVariables {
  const given = nonEmpty(env);
  const { set } = readSecretFiles(given);
  const isRead = (name: string) => {
    const variable = name.replace(/_FILE$/, '');
    return variable !== name && given[variable] === undefined && set[variable] !== undefined;
  };
  return Object.fromEntries(Object.entries(set).filter(([name]) => !isRead(name)));
}

/** Reads the variables of `schema`: what `build` makes of them, or everything that is wrong, files and `problemsBetween` included. */
export function parseVariables<Schema extends z.ZodType, T>(
  env: EnvironmentVariables,
  schema: Schema,
  problemsBetween: (set: Texts) => ConfigProblem[],
  build: (given: z.output<Schema>, set: Texts) => T,
): Result<T, ConfigProblem[]> {
  const { set, problems: inFiles } = readSecretFiles(nonEmpty(env));
  const given = schema.safeParse(set);
  const others = [...(given.success ? [] : shapeProblems(given.error)), ...problemsBetween(set)];
  // What a file should have brought is not missing besides.
  const unread = new Set(inFiles.map(({ variable }) => variable.replace(/_FILE$/, '')));
  const problems = [...inFiles, ...others.filter(({ variable }) => !unread.has(variable))];
  return given.success && problems.length === 0 ? Ok(build(given.data, set)) : Err(problems);
}

function nonEmpty(env: EnvironmentVariables): Texts {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])),
  );
}

/** The first thing wrong with each variable. */
function shapeProblems(error: z.ZodError): ConfigProblem[] {
  const first = new Map<string, ConfigProblem>();
  for (const issue of error.issues) {
    const variable = String(issue.path[0]);
    if (!first.has(variable)) first.set(variable, problem(variable, issue.message));
  }
  return [...first.values()];
}
