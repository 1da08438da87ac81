import type { Log } from '../../log.ts';
import type { AnyBlock } from '../blocks/block_types.ts';
import { inPlainForm, type YoungBlock, youngIn } from '../blocks/young.ts';
import { reasonOf } from './connect_workspace.ts';
import { passesByItself, refusesContent } from './slack_refusals.ts';

/** What a workspace was found to take, kept for all processes. */
export interface StoredSupport {
  load(): Promise<readonly { readonly block: string; readonly taken: boolean; readonly ageMs: number }[]>;
  save(finding: { readonly block: string; readonly taken: boolean }): Promise<void>;
}

interface Shown {
  readonly blocks?: readonly AnyBlock[];
}

/** Which young blocks this workspace takes, learnt from how calls end. */
export interface BlockSupport {
  /** The form of which it is known that Slack takes it; null when that is still to be learnt. */
  settled<What extends Shown>(shown: What): What | null;
  /** For an acknowledgement, whose refusal Slack tells nobody: plain forms, unless all blocks are known to be taken. */
  certain<What extends Shown>(shown: What): What;
  /** Sends it, and again in plain form when Slack refuses it. Rejects with the first error when that was not the cause. */
  send<What extends Shown, Answer>(shown: What, call: (shown: What) => Promise<Answer>): Promise<Answer>;
  /** From now on findings are kept, and those of before count. */
  share(stored: StoredSupport): Promise<void>;
}

/** Slack may have rolled the block out since: a refusal is believed for a week. */
const REFUSAL_HOLDS_MS = 7 * 86_400_000;

export function createBlockSupport(log: Log, now: () => number = Date.now): BlockSupport {
  const findings = new Map<string, { readonly taken: boolean; readonly at: number }>();
  let stored: StoredSupport | null = null;

  const taken = (block: YoungBlock): boolean | null => {
    const finding = findings.get(block);
    if (finding === undefined) return null;
    return finding.taken || now() - finding.at < REFUSAL_HOLDS_MS ? finding.taken : null;
  };
  const note = (blocks: readonly YoungBlock[], isTaken: boolean): void => {
    for (const block of blocks.filter((each) => taken(each) !== isTaken)) {
      findings.set(block, { taken: isTaken, at: now() });
      if (!isTaken)
        log.warn({ block }, 'Slack does not take this block here: its plain form is shown instead');
      stored?.save({ block, taken: isTaken }).catch((error: unknown) => {
        log.warn(
          { block, reason: reasonOf(error) },
          'What Slack takes could not be kept; it is learnt again',
        );
      });
    }
  };
  const notTaken = (shown: Shown) => youngIn(shown.blocks ?? []).filter((block) => taken(block) !== true);
  const certain = <What extends Shown>(shown: What): What => plain(shown, notTaken(shown));
  return {
    certain,
    settled: (shown) => (notTaken(shown).every((block) => taken(block) === false) ? certain(shown) : null),
    async send(shown, call) {
      const young = youngIn(shown.blocks ?? []);
      const refused = young.filter((block) => taken(block) === false);
      const tried = young.filter((block) => !refused.includes(block));
      try {
        const answer = await call(plain(shown, refused));
        note(tried, true);
        return answer;
      } catch (error) {
        if (tried.length === 0 || !refusesContent(error)) throw error;
        const answer = await call(plain(shown, young)).catch(() => Promise.reject(error));
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

function plain<What extends Shown>(shown: What, types: readonly YoungBlock[]): What {
  if (shown.blocks === undefined || types.length === 0) return shown;
  return { ...shown, blocks: inPlainForm(shown.blocks, types) };
}
