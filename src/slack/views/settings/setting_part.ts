import type { Result } from '../../../core/result.ts';
import type { By } from '../../../usecases/changes/context.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import type { ErrorCode } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { TypedByBlock } from '../../requests/requests.ts';
import type { WorkspaceSettings } from './settings.ts';
import type { ShownValues } from './shown_values.ts';

/** An error at a field, as plain text. */
export interface FieldError {
  readonly block: string;
  readonly text: string;
}

/** One topic of the form. */
export interface SettingPart {
  readonly draw: (settings: WorkspaceSettings) => readonly KnownBlock[];
  /** The input blocks whose change it saves; the first takes what a use case denies. */
  readonly blocks: readonly string[];
  /** `changed`: only those of its blocks that hold something else than the form showed. `shown`: what all blocks showed. */
  readonly save: (
    context: HandlerContext,
    by: By,
    changed: TypedByBlock,
    shown: ShownValues,
  ) => Promise<Result<unknown, ErrorCode | FieldError>>;
}
