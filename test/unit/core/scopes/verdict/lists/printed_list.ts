import type { ManagementType } from '../../../../../../src/core/scopes/grammar/scope_level.ts';

/**
 * A list of scopes as somebody's public set-up guide prints it, and what is right about each line.
 *
 * A verdict is `ok`, `classic` (with `, not here` where its level is clearly another), `special`, `repeat`, `unknown` (with
 * `, near ...` where another scope was probably meant, or `, known as ...` where Zoom has it at another level), or what to
 * write instead: `-> meeting:read:meeting`. Checked by hand against the catalogue.
 */
export interface PrintedList {
  readonly vendor: string;
  /** Where it is printed: the page or the repository. */
  readonly source: string;
  /** Which kind of app the guide is for; Server-to-Server apps take admin scopes. */
  readonly app: ManagementType;
  /** As printed, only its lines of scopes. */
  readonly printed: string;
  /** In the order of the list, one for each scope in it. */
  readonly right: readonly (readonly [scope: string, verdict: string])[];
}
