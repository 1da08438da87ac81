/** An expected outcome as a value: `Ok` holds the result, `Err` a closed code or a description of what is wrong. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function Ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function Err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Is this value an `Err`, whatever its codes? */
export function isErr(value: unknown): value is { readonly ok: false; readonly error: unknown } {
  return (
    typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'error' in value
  );
}
