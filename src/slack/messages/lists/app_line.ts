import type { ZoomAppLine } from '../../../core/apps/zoom_app.ts';
import { ages } from '../../../core/checks/ageing.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { button, nth } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { link, named, people } from '../../blocks/text.ts';
import { nextStepFor } from '../checks/next_step.ts';
import { progressBar, unsure } from '../checks/progress_line.ts';
import { checkTitles, environmentNames, managementNames, stageWords } from '../product_words.ts';

type LineEnvironment = ZoomAppLine['environments'][number];

/**
 * A Zoom app in a list: a line for itself, one for each environment, and a button that shows its card. `showsUnproven`: names what
 * only people said.
 */
export function appLine(line: ZoomAppLine, mark = '', showsUnproven = false): KnownBlock {
  const head = `*${linkedName(line)}* · ${managementNames[line.managementType]} · ${people(line.owners, 3)}`;
  const rows = line.environments.flatMap((environment) => [
    environmentRow(environment),
    ...(showsUnproven ? unprovenRow(environment) : []),
  ]);
  const text = [head, ...(rows.length === 0 ? ['no environment yet'] : rows)].join('\n');
  return section(text, button('Show', nth(actionIds.showApp, `${mark}${line.appId}`), line.appId));
}

/** The name of an app in a list, in mrkdwn: it leads to the card in its channel. */
export function linkedName({
  name,
  cardUrl,
}: {
  readonly name: string;
  readonly cardUrl?: string | null | undefined;
}): string {
  return cardUrl == null ? named(name) : link(cardUrl, named(name));
}

/** "▰▰▰▰▱▱ 4 of 6 · 👀 Development: *Profile* · next: create the connector profile in StackOne" */
function environmentRow(environment: LineEnvironment): string {
  const { kind, stage, checks } = environment;
  const { word, sign } = stageWords[stage];
  const passed = checks.filter(({ lastKnown }) => lastKnown === 'passed').length;
  const doubts = unsure(checks);
  const lost = doubts.length === 0 ? '' : ` (${doubts.join(', ')})`;
  const step = nextStepFor(environment);
  const next = stage === 'archived' || step.action === 'none' ? '' : ` · next: ${step.short}`;
  return `${progressBar(passed, checks.length)} ${passed} of ${checks.length}${lost} · ${sign} ${environmentNames[kind]}: *${word}*${next}`;
}

/** "Only said by people: Redirect URL, Zoom test status (to confirm again)" */
function unprovenRow({ checks }: LineEnvironment): string[] {
  const said = checks.filter(
    ({ name, lastKnown, evidence }) => ages(name) && lastKnown === 'passed' && evidence === 'attested',
  );
  const titles = said.map(({ name, reason }) => {
    return `${checkTitles[name]}${reason === 'attestation_expired' ? ' (to confirm again)' : ''}`;
  });
  return titles.length === 0 ? [] : [`Only said by people: ${titles.join(', ')}`];
}

/** The same for `text`. */
export function appLineSpoken(line: ZoomAppLine): string {
  const rows = line.environments.map(
    ({ kind, stage }) => `${environmentNames[kind]} ${stageWords[stage].word}`,
  );
  return `${named(line.name)}: ${rows.join(', ') || 'no environment yet'}`;
}
