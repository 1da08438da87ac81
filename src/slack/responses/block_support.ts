import type { Log } from '../../log.ts';
import type { AnyBlock } from '../blocks/block_types.ts';
import { inPlainForm, type NewerBlock, newerBlocksIn } from '../blocks/newer_blocks.ts';
import { errorText } from '../web_api/connect_workspace.ts';
import { passesByItself, refusesContent } from '../web_api/slack_refusals.ts';

/** Which newer block types a workspace takes, shared by all processes. */
export interface StoredSupport {
  load(): Promise<readonly { readonly block: string; readonly taken: boolean; readonly ageMs: number }[]>;
  save(finding: { readonly block: string; readonly taken: boolean }): Promise<void>;
}

interface Shown {
  readonly blocks?: readonly AnyBlock[];
}

/** Which newer block types this workspace takes, found out by the outcome of calls. */
export interface BlockSupport {
  /** The message in the form that Slack certainly takes; null when it holds a newer block that Slack may refuse. */
  settled<What extends Shown>(shown: What): What | null;
  /** For an acknowledgement, whose refusal Slack does not report: fallback blocks, unless all blocks are known to be supported. */
  certain<What extends Shown>(shown: What): What;
  /** Sends it, and again with fallback blocks when Slack refuses it. Rejects with the first error when that was not the cause. */
  send<What extends Shown, Answer>(shown: What, call: (shown: What) => Promise<Answer>): Promise<Answer>;
  /** From now on findings are saved, and saved ones count. */
  share(stored: StoredSupport): Promise<void>;
}

/**
 * How long findings count. A refusal for a week, since Slack may have rolled the block out by then; a success for an hour,
 * since Slack may roll it back, which an acknowledgement would not notice.
 */
const HOLDS_MS = { refused: 7 * 86_400_000, taken: 3_600_000 };

export function createBlockSupport(log: Log, now: () => number = Date.now): BlockSupport {
  const findings = new Map<string, { readonly taken: boolean; readonly at: number }>();
  let stored: StoredSupport | null = null;

  const taken = (block: NewerBlock): boolean | null => {
    const finding = findings.get(block);
    if (finding === undefined) return null;
    const holdsMs = finding.taken ? HOLDS_MS.taken : HOLDS_MS.refused;
    return now() - finding.at < holdsMs ? finding.taken : null;
  };
  const note = (blocks: readonly NewerBlock[], isTaken: boolean): void => {
    for (const block of blocks) {
      const known = taken(block) === isTaken;
      findings.set(block, { taken: isTaken, at: now() });
      if (known) continue;
      if (!isTaken)
        log.warn({ block }, 'Slack does not take this block here: its plain form is shown instead');
      stored?.save({ block, taken: isTaken }).catch((error: unknown) => {
        log.warn(
          { block, reason: errorText(error) },
          'What Slack takes could not be kept; it is learnt again',
        );
      });
    }
  };
  const newerBlocksOf = (shown: Shown) => newerBlocksIn(shown.blocks ?? []);
  return {
    certain: (shown) =>
      plain(
        shown,
        newerBlocksOf(shown).filter((block) => taken(block) !== true),
      ),
    settled(shown) {
      const newerBlocks = newerBlocksOf(shown);
      return newerBlocks.every((block) => taken(block) === false) ? plain(shown, newerBlocks) : null;
    },
    async send(shown, call) {
      const newerBlocks = newerBlocksOf(shown);
      const refused = newerBlocks.filter((block) => taken(block) === false);
      const tried = newerBlocks.filter((block) => !refused.includes(block));
      try {
        const answer = await call(plain(shown, refused));
        note(tried, true);
        return answer;
      } catch (error) {
        if (tried.length === 0 || !refusesContent(error)) throw error;
        const answer = await call(plain(shown, newerBlocks)).catch(() => Promise.reject(error));
        if (!passesByItself(error)) note(tried, false);
        return answer;
      }
    },
    async share(given) {
      stored = given;
      for (const { block, taken: isTaken, ageMs } of await given.load())
        findings.set(block, { taken: isTaken, at: now() - ageMs });
    },
  };
}

function plain<What extends Shown>(shown: What, types: readonly NewerBlock[]): What {
  if (shown.blocks === undefined || types.length === 0) return shown;
  return { ...shown, blocks: inPlainForm(shown.blocks, types) };
}
