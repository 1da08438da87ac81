import { isObject, type JsonObject, objectsAt } from '../json.ts';
import type { SlackState } from './workspace_state.ts';

/**
 * The first block whose type this Slack does not have (yet): Slack rolls new types out in phases, workspace by workspace. Its
 * pointer below `at`, or null.
 */
export function unsupportedBlock(
  slackState: SlackState,
  shown: unknown,
  at = '',
): { readonly pointer: string; readonly message: string } | null {
  if (!isObject(shown)) return null;
  const blocks: readonly JsonObject[] = objectsAt(shown, 'blocks');
  const index = blocks.findIndex(({ type }) => typeof type === 'string' && slackState.lacks.has(type));
  if (index < 0) return null;
  return {
    pointer: `${at}/blocks/${index}/type`,
    message: `unsupported type: ${String(blocks[index]?.type)}`,
  };
}
