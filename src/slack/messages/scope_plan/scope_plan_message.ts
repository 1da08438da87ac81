import { CONNECTOR_ITSELF } from '../../../core/profiles/zoom_connector.ts';
import type { ComparedScope, Comparison } from '../../../core/scopes/plan/compare_scopes.ts';
import { actionIn } from '../../../core/scopes/plan/needs.ts';
import type { Plan } from '../../../core/scopes/plan/plan_scopes.ts';
import type { Planned } from '../../../usecases/scopes/plan_app_scopes.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, code, context, header, section, sections } from '../../blocks/layout.ts';
import { count, escapeMrkdwn, plainLine, typed, wordList } from '../../blocks/text.ts';
import { managementNames } from '../product_words.ts';
import { catalogueLine } from '../scopes/catalogue_line.ts';
import { copyBlocks, listButtons } from '../scopes/scope_list_blocks.ts';
import { actionsLine } from './actions_line.ts';
import { needWords, unmetWords } from './need_words.ts';

const SHOWN = 25;
/** Lines of each group beside the table. */
const GROUPED = 8;
const REASONS = 3;
/** Rows of the table: more would not fit beside the rest of a message. */
const ROWS = 35;

/** The answer to `/zoom-scopes plan`: the least scopes with their reasons, and how an app compares. */
export function planMessage(planned: Planned): MessageView {
  const { plan, app, comparison, unknown, remembered } = planned;
  const scopes = plan.scopes.map(({ scope }) => scope);
  const title =
    app === null
      ? `Least scopes for ${managementNames[plan.managementType]} apps`
      : `What ${plainLine(app.name)} needs`;
  const summary = `${count(scopes.length, 'scope')} for ${count(planned.needs.length, 'need')}${
    plan.unmet.length === 0 ? '' : `, and ${plan.unmet.length} that cannot be met as asked`
  }.`;
  const compared = comparison === null ? [] : comparisonBlocks(comparison, planned);
  return messageView(escapeMrkdwn(`${title}. ${summary}`), [
    header(title),
    section(summary),
    ...(comparison === null ? reasonBlocks(plan) : compared),
    ...unmetBlocks(plan),
    ...scopelessBlocks(plan),
    ...(unknown.length === 0 ? [] : [section(unknownWords(planned))]),
    ...(comparison === null ? copyBlocks(scopes, 1) : []),
    ...actions([
      ...listButtons('Use this list', { managementType: plan.managementType, scopes }),
      ...(app === null ? [] : [button('Plan again', actionIds.planApp, app.id)]),
    ]),
    context(
      [
        catalogueLine(),
        actionsLine(planned.actions),
        ...(remembered ? ['These needs are kept with the app.'] : []),
      ].join(' '),
    ),
  ]);
}

function reasonBlocks({ scopes }: Plan): KnownBlock[] {
  const lines = scopes
    .slice(0, SHOWN)
    .map(({ scope, reasons }) => `• \`${scope}\` for ${reasonWords(reasons)}`);
  return sections([...lines, ...moreLine(scopes.length - lines.length)]);
}

function reasonWords(reasons: readonly string[]): string {
  const shown = reasons.slice(0, REASONS).map(needWords);
  const more = reasons.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function comparisonBlocks(
  { rows, missing, included, tooMuch, notGranted, askedFor }: Comparison,
  planned: Planned,
): KnownBlock[] {
  return [
    ...tableBlocks(rows),
    ...group('*Missing*: required, not declared', missing, (row) => `for ${reasonWords(row.reasons)}`),
    ...group(
      '*Included*: not declared, but StackOne says that a declared scope includes it',
      included,
      () => '',
    ),
    ...group('*Too much*: declared, not required', tooMuch, lossWords),
    ...group('*Not granted yet*: the app has to be authorized again', notGranted, () => ''),
    ...group('*Zoom asked for one of these*, and none is declared', askedFor, () => ''),
    ...(missing.length + included.length + tooMuch.length + notGranted.length + askedFor.length === 0
      ? [section(exactWords(planned))]
      : []),
  ];
}

/** Only what is listed can be compared. */
function exactWords({ plan, unknown, actions: { answeredAt, incomplete } }: Planned): string {
  if (plan.unmet.length + unknown.length > 0)
    return 'As far as is known it declares what it needs; what is not known stands below.';
  return answeredAt === null || incomplete
    ? ':white_check_mark: It declares exactly what these needs take. Whether StackOne’s connector itself takes more is not known.'
    : ':white_check_mark: It declares exactly what it needs.';
}

/** The three columns, in letters of one width. */
function tableBlocks(rows: readonly ComparedScope[]): KnownBlock[] {
  const mark = (is: boolean | null): string => (is === null ? '?' : is ? 'yes' : '-').padEnd(9);
  const lines = rows
    .slice(0, ROWS)
    .map((row) => `${mark(row.required)}${mark(row.declared)}${mark(row.granted)}${row.scope}`);
  const head = `${'required'.padEnd(9)}${'declared'.padEnd(9)}${'granted'.padEnd(9)}scope`;
  return [
    section(code(escapeMrkdwn([head, ...lines].join('\n')))),
    ...(rows.length > ROWS ? [section(`… and ${rows.length - ROWS} more.`)] : []),
    ...(rows.every(({ granted }) => granted === null)
      ? [
          context(
            'Granted: not known, because Greenroom holds no token. Press *Plan again* and paste the `scope` of a token response, or an error of Zoom that names missing scopes.',
          ),
        ]
      : []),
  ];
}

function group(
  title: string,
  rows: readonly ComparedScope[],
  words: (row: ComparedScope) => string,
): KnownBlock[] {
  if (rows.length === 0) return [];
  const lines = rows.slice(0, GROUPED).map((row) => `• \`${typed(row.scope, 100)}\` ${words(row)}`.trimEnd());
  return sections([`${title} (${rows.length})`, ...lines, ...moreLine(rows.length - lines.length)]);
}

/** The effect of removing a scope. */
function lossWords({ lost }: ComparedScope): string {
  const [first] = lost;
  if (first === undefined) return 'can go: nothing that Greenroom knows of is lost';
  const more = lost.length > 1 ? ` and ${lost.length - 1} more` : '';
  return `without it the app can no longer do ${typed(first, 100)}${more}`;
}

function unmetBlocks({ unmet, managementType }: Plan): KnownBlock[] {
  if (unmet.length === 0) return [];
  const lines = unmet.slice(0, GROUPED).map((each) => `• ${unmetWords(each, managementType)}`);
  return sections(['*Cannot be met as asked*', ...lines, ...moreLine(unmet.length - lines.length)]);
}

function scopelessBlocks({ scopeless }: Plan): KnownBlock[] {
  const names = scopeless.filter((need) => actionIn(need) !== CONNECTOR_ITSELF);
  if (names.length === 0) return [];
  const more = names.length - GROUPED;
  const shown = [...names.slice(0, GROUPED).map(needWords), ...(more > 0 ? [count(more, 'other')] : [])];
  return [section(`StackOne lists no scope for ${wordList(shown)}.`)];
}

/** Without StackOne's complete list nobody can say that there is no such action. */
function unknownWords({ unknown, actions: { answeredAt, incomplete } }: Planned): string {
  const shown = unknown.slice(0, 5).map((text) => `"${typed(text, 60)}"`);
  const doubt =
    answeredAt === null || incomplete ? ' It may be an action: StackOne’s list is not known in full.' : '';
  return `Greenroom knows no action, operation, event or template called ${shown.join(', ')}.${doubt} \`/zoom-scopes find\` finds operations and events.`;
}

function moreLine(more: number): string[] {
  return more > 0 ? [`… and ${more} more.`] : [];
}
