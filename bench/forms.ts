import type { Form, View } from './load.ts';
import { workspaceId } from './servers.ts';

/** `/zoom-app <text>`, as Slack posts it. The load fills in TRIGGER, RESPONSE and the person U00000000. */
export function commandForm(text: string, userId = 'U00000000'): Form {
  return {
    token: 'bench',
    team_id: workspaceId,
    team_domain: 'bench',
    channel_id: 'C0BENCH',
    channel_name: 'bench',
    user_id: userId,
    user_name: 'bench',
    command: '/zoom-app',
    text,
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: 'RESPONSE',
    trigger_id: 'TRIGGER',
  };
}

/** What a person typed into an external select of an open modal. */
export function suggestionForm(view: View, value: string): Form {
  const payload = {
    type: 'block_suggestion',
    team: { id: workspaceId, domain: 'bench' },
    user: { id: 'U00000000', name: 'bench', team_id: workspaceId },
    api_app_id: 'A0BENCH',
    token: 'bench',
    container: { type: 'view', view_id: 'V0BENCH' },
    action_id: 'pick_scopes',
    block_id: 'pick_scopes',
    value,
    view: { ...view, id: 'V0BENCH', team_id: workspaceId, state: { values: {} } },
  };
  return { payload: JSON.stringify(payload) };
}
