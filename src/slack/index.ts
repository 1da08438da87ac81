import { actionListeners } from './actions/index.ts';
import type { Listeners } from './bolt/bind.ts';
import { commandListeners } from './commands/index.ts';
import { publishHome } from './home/publish.ts';
import { modalListeners } from './modals/index.ts';
import type { Room } from './room.ts';

/** Everything a person can do in Slack, and what answers to it; for `Slack.listen`. */
export function createListeners(room: Room): Listeners {
  const modals = modalListeners(room);
  return {
    ...commandListeners(room),
    ...modals,
    actions: { ...actionListeners(room), ...modals.actions },
    homeOpened: (call) => publishHome(room, call),
  };
}
