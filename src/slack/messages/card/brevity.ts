import type { Environment } from '../../../core/apps/zoom_app.ts';
import type { NextStep } from '../checks/next_step.ts';
import { isTroubled, type TroubleWords } from '../checks/trouble_lines.ts';

/**
 * How much a card says of what is wrong and of the next steps: all of it and its buttons shall stand on the first screen of a phone. The
 * rest is behind *Details* and *Show me how*.
 */
export interface Brevity {
  readonly trouble: TroubleWords;
  /** The steps in words, or each as an order. */
  readonly step: 'all' | 'order';
}

/** An environment, and what is next for it. */
export interface WithStep {
  readonly environment: Environment;
  readonly step: NextStep;
}

export function brevityOf(all: readonly WithStep[]): Brevity {
  const troubled = all.flatMap(({ environment }) => environment.checks.filter(isTroubled)).length;
  const waiting = all.filter(({ step }) => step.whom !== null).length;
  const isFull = all.length > 1 && (troubled > 0 || waiting > 1);
  return {
    trouble: troubled > 2 ? 'name' : troubled === 2 || isFull ? 'reason' : 'all',
    step: isFull ? 'order' : 'all',
  };
}

/** Only what goes with the next step has a button. */
export function isTight({ trouble, step }: Brevity): boolean {
  return trouble !== 'all' || step === 'order';
}
