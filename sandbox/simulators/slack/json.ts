/** Readers for untyped JSON. The only file of the sandbox that narrows `unknown`. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

const isPlain = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

export const objectOf = (value: unknown): JsonObject => (isPlain(value) ? value : {});
export const listOf = (value: unknown): readonly Json[] => (isList(value) ? value : []);
export const objectsOf = (value: unknown): JsonObject[] => listOf(value).filter(isPlain);
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
export const isObject = isPlain;

/** The value at a path of keys, or undefined. */
export function at(value: unknown, ...path: string[]): Json | undefined {
  let here: unknown = value;
  for (const key of path) here = objectOf(here)[key];
  return isJson(here) ? here : undefined;
}

export const textAt = (value: unknown, ...path: string[]): string => textOf(at(value, ...path));
export const objectAt = (value: unknown, ...path: string[]): JsonObject => objectOf(at(value, ...path));
export const objectsAt = (value: unknown, ...path: string[]): JsonObject[] => objectsOf(at(value, ...path));
export const textsAt = (value: unknown, ...path: string[]): string[] =>
  listOf(at(value, ...path)).filter((item) => typeof item === 'string');

const isJson = (value: unknown): value is Json => value !== undefined && typeof value !== 'function';

/** Text to JSON; `undefined` when it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A deep copy, as the wire would make it: nothing the app sent is shared with the state. */
export const copied = (value: unknown): Json => parseJson(JSON.stringify(value ?? null)) ?? null;
