import type { Clock } from '../core/clock.ts';
import type { SupportContact } from '../core/support_contact.ts';
import type { Log } from '../log.ts';
import type { UseCases } from '../usecases/bind_use_cases.ts';
import type { IsGranted } from './manifest.ts';
import type { SlackFiles } from './web_api/slack_files.ts';

/** What handlers work with. */
export interface HandlerContext {
  readonly usecases: UseCases;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Does Slack answer right now? */
  readonly slackAnswers: () => Promise<boolean>;
  readonly files: SlackFiles;
  readonly isGranted: IsGranted;
  readonly log: Log;
  /** What SUPPORT_CONTACT names. */
  readonly supportContact?: SupportContact | null;
  /** Least time between two redraws of a form while somebody types, in milliseconds. Default: live_verdict.ts. */
  readonly redrawEveryMs?: number;
}
