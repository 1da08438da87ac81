import { z } from 'zod';
import { STACKONE_ZOOM_KEY } from '../../core/profiles/zoom_connector.ts';
import { Secret } from '../../core/secrets/secret.ts';
import type { ListFaults } from '../list_faults.ts';
import { type PostJson, unavailable } from '../request.ts';
import { opaqueId } from '../schema.ts';
import { isUsableLink } from './connect_link.ts';
import type { CreatedSession, NewConnectSession } from './session_types.ts';

export const SESSIONS_PATH = '/connect_sessions';

/** O23: the token is left where it is, the link is all that is needed. */
const created = z.object({
  id: opaqueId,
  auth_link_url: z.string(),
  connector_profile_id: opaqueId.nullish().catch(null),
});

/** `apiUrl`: StackOne's, which says whether a link without TLS can be right. */
export async function createConnectSession(
  postJson: PostJson,
  faults: ListFaults,
  apiUrl: string,
  session: NewConnectSession,
): Promise<CreatedSession> {
  const answer = await postJson(SESSIONS_PATH, bodyOf(session));
  if (answer.kind !== 'json') return answer;
  const parsed = created.safeParse(answer.json);
  if (!parsed.success) {
    faults.oddReply(SESSIONS_PATH, 'it has no id or no link where they should be (id, auth_link_url)');
    return unavailable('unexpected_reply');
  }
  const { id, auth_link_url: link, connector_profile_id: profileId } = parsed.data;
  if (!isUsableLink(link, apiUrl)) {
    faults.oddReply(SESSIONS_PATH, 'its link is none that a person could be sent to (auth_link_url)');
    return unavailable('unexpected_reply');
  }
  return { kind: 'created', id, link: new Secret(link), profileId: profileId ?? null };
}

function bodyOf(session: NewConnectSession): object {
  const { accountId } = session;
  return {
    origin_owner_id: session.ownerId,
    origin_owner_name: session.ownerName,
    // With the key alone StackOne would take the project's default profile; without it the link opens a list of connectors.
    provider: STACKONE_ZOOM_KEY,
    connector_profile_id: session.profileId,
    ...(accountId === undefined ? {} : { account_id: accountId }),
    expires_in: session.expiresInSeconds,
    metadata: session.metadata,
    label: session.label,
    // O23: `TEST` in the examples, `test` in the enumeration that StackOne's own clients send.
    type: session.type.toLowerCase(),
  };
}
