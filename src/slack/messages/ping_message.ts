import type { Health } from '../../usecases/read_health.ts';
import type { MessageView } from '../blocks/block_types.ts';
import { messageView } from '../blocks/fit.ts';
import { section } from '../blocks/layout.ts';
import { channel, count, person, typed, wordList } from '../blocks/text.ts';
import { ago, moment } from '../blocks/time.ts';
import { isUnknownReason, unknownReasonRemedy, whyNoAnswer } from './checks/unknown_reason_words.ts';
import { whyClosed } from './closed_channel_words.ts';

/** `slackOk`: Slack's auth.test answered. */
export function pingMessage(health: Health, slackOk: boolean, now: Date): MessageView {
  const lines = [
    `:wave: Greenroom ${typed(health.version)} is here.`,
    line(true, 'Database', 'answers'),
    line(slackOk, 'Slack', slackOk ? 'answers' : 'did not answer Greenroom just now'),
    stackoneLine(health.stackone, now),
    zoomLine(health.zoom),
    `Waiting: ${count(health.jobsWaiting, 'job')}, ${count(health.deliveriesWaiting, 'message')}.`,
    ...(health.deliveriesRepeated > 0
      ? [`May stand twice: ${count(health.deliveriesRepeated, 'message')} of the last weeks.`]
      : []),
    ...(health.deliveriesDropped > 0
      ? [
          `Left out, because Slack did not take them: ${count(health.deliveriesDropped, 'message')} of the last weeks; the owners were told which.`,
        ]
      : []),
    ...closedLines(health.closed),
    ...(health.plainBlocks.length > 0
      ? [`Shown in a plainer form, because Slack does not take it here: ${wordList(health.plainBlocks)}.`]
      : []),
  ];
  return messageView(
    lines
      .join('\n')
      .replace(/:[a-z0-9_]+: /g, '')
      .replaceAll('*', ''),
    [section(lines.join('\n'))],
  );
}

/** Channels where Slack takes no messages; queued ones are not lost. */
function closedLines({ channels, count: all }: Health['closed']): string[] {
  if (all === 0) return [];
  const lines = channels.map(({ channelId, reason, since }) => {
    const place =
      channelId.startsWith('C') || channelId.startsWith('G') ? channel(channelId) : person(channelId);
    return `• ${place}${since === null ? '' : ` since ${moment(since)}`}: ${whyClosed(reason)}`;
  });
  const more = all - channels.length;
  return [
    `:x: *Trouble* Greenroom cannot post in ${count(all, 'conversation')}; what waits there is kept:`,
    ...lines,
    ...(more > 0 ? [`• and ${count(more, 'other')}`] : []),
  ];
}

function line(fine: boolean, name: string, words: string): string {
  return `${fine ? ':white_check_mark: *OK*' : ':x: *Trouble*'} ${name}: ${words}.`;
}

function stackoneLine(
  { configured, trouble, troubleSince, answeredAt }: Health['stackone'],
  now: Date,
): string {
  if (!configured)
    return line(
      false,
      'StackOne',
      `${whyNoAnswer('not_configured', 'StackOne')}. ${unknownReasonRemedy('not_configured')}`.replace(
        /\.$/,
        '',
      ),
    );
  if (trouble !== null) {
    const since = troubleSince === null ? '' : ` since ${moment(troubleSince)}`;
    return line(
      false,
      'StackOne',
      `${whyNoAnswer(trouble, 'StackOne')}${since}. ${unknownReasonRemedy(trouble)}`.replace(/\.? ?$/, ''),
    );
  }
  return answeredAt === null
    ? ':white_circle: *Not asked yet* StackOne: that begins when somebody registers a Zoom app.'
    : line(true, 'StackOne', `answered ${ago(answeredAt, now)}`);
}

const trust: Record<Health['zoom']['probeTrust'], string> = {
  untested: 'not known yet whether its answers prove credentials',
  trusted: 'its answers about credentials can be relied on',
  untrusted: 'its answers do not prove credentials, so people confirm them',
};

function zoomLine({ probeTrust, lastTrouble }: Health['zoom']): string {
  return isUnknownReason(lastTrouble)
    ? line(false, 'Zoom', `${whyNoAnswer(lastTrouble, 'Zoom')} the last time; ${trust[probeTrust]}`)
    : line(true, 'Zoom', trust[probeTrust]);
}
