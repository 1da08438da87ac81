import { z } from 'zod';
import { cutWhole } from '../../core/text/cut.ts';
import { plainText, timestamp } from '../schema.ts';
import type { StatusReason } from '../stackone_types.ts';

/** Of one account; more would be a log, and nobody reads one on a card. */
export const MOST_REASONS = 10;
const LONGEST_CODE = 100;
const LONGEST_DESCRIPTION = 500;

const text = (longest: number) =>
  plainText
    .transform((sent) => cutWhole(sent.trim(), longest))
    .pipe(z.string().min(1))
    .optional()
    .catch(undefined);

/** Only the timestamp is required in StackOne's model (v0.41.0); codes are not documented. */
const statusReason = z.object({
  code: text(LONGEST_CODE),
  description: text(LONGEST_DESCRIPTION),
  timestamp: timestamp.nullish().catch(null),
});

/** The reasons that say something. What has another shape is left out: it must not take the account's status with it. */
export function readStatusReasons(sent: readonly unknown[]): StatusReason[] {
  const reasons = sent.slice(0, MOST_READ).flatMap((one): StatusReason[] => {
    const { success, data } = statusReason.safeParse(one);
    if (!success || (data.code === undefined && data.description === undefined)) return [];
    return [
      {
        ...(data.code === undefined ? {} : { code: data.code }),
        ...(data.description === undefined ? {} : { description: data.description }),
        at: data.timestamp ?? null,
      },
    ];
  });
  return reasons.sort((one, other) => timeOf(other) - timeOf(one)).slice(0, MOST_REASONS);
}

/** In which order they come is not documented, so more are read than kept. */
const MOST_READ = 1_000;

const timeOf = ({ at }: StatusReason): number => at?.getTime() ?? 0;
