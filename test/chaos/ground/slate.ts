import type { OpenSlack } from '../../../sandbox/simulators/slack/start.ts';
import type { Message, Team } from '../../../sandbox/simulators/slack/state/workspace_state.ts';

/** What stands in Slack, found quickly: with a thousand apps, looking through everything is what takes the time. */
export interface Slate {
  readonly team: Team;
  /** Messages for everybody in `#channel` that name the mark, threads included, oldest first. */
  about(channel: string, mark: string): Message[];
  /** How many messages were for this person's eyes only. */
  whispers(userId: string): number;
  /** The newest of them. */
  lastWhisper(userId: string): Message | null;
}

export function readSlate(slack: OpenSlack): Slate {
  const [team] = slack.session.slackState.teams;
  if (team === undefined) throw new Error('the simulated Slack has no workspace');
  const byChannel = new Map<string, Message[]>();
  const byPerson = new Map<string, Message[]>();
  let read = 0;
  const listOf = (map: Map<string, Message[]>, key: string): Message[] => {
    const list = map.get(key) ?? [];
    map.set(key, list);
    return list;
  };
  const catchUp = () => {
    for (; read < team.messages.length; read += 1) {
      const message = team.messages[read];
      if (message === undefined) return;
      if (message.onlyFor === null) listOf(byChannel, message.channel).push(message);
      else listOf(byPerson, message.onlyFor).push(message);
    }
  };
  const whispersTo = (userId: string) => {
    catchUp();
    return byPerson.get(userId) ?? [];
  };
  return {
    team,
    about(channel, mark) {
      catchUp();
      const all = byChannel.get(slack.channelId(channel)) ?? [];
      return all.filter((message) => !message.deleted && message.text.includes(mark));
    },
    whispers: (userId) => whispersTo(userId).length,
    lastWhisper: (userId) => whispersTo(userId).at(-1) ?? null,
  };
}
