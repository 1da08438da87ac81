import { openHome } from '../acts/open_home.ts';
import type { Home } from '../contract.ts';
import type { Session } from '../delivery/deliver.ts';
import type { Who } from '../delivery/payloads.ts';
import { objectsAt } from '../json.ts';
import { renderBlocks } from '../render/blocks.ts';
import { until } from '../state/changes.ts';
import { nameOfId } from '../state/conversations.ts';
import type { View } from '../state/workspace_state.ts';
import { NotSeen } from './refusal.ts';
import { surfaceOf } from './surface.ts';

function homeText({ team }: Who, { content, fields }: View): string {
  const nameOf = (id: string) => nameOfId(team, id);
  return renderBlocks(objectsAt(content, 'blocks'), { nameOf, fields }).join('\n');
}

/** Opens App Home and waits until the app has published it (anew). */
export async function visitHome(session: Session, who: Who): Promise<Home> {
  const { slackState, team, user } = who;
  const before = team.homes.get(user.id)?.version ?? 0;
  const delivered = openHome(session, who);
  const published = () => {
    const view = team.homes.get(user.id);
    return view !== undefined && view.version > before ? view : null;
  };
  const failed = () => new NotSeen(`The app did not publish the Home of ${user.realName}`);
  const view = await until(slackState, published, failed);
  await delivered;
  return surfaceOf(
    session,
    who,
    () => view,
    () => homeText(who, view),
  );
}
