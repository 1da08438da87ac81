import { z } from 'zod';
import type { SeenAttempt } from '../../core/proof/session_step.ts';
import type { ListFaults } from '../list_faults.ts';
import { type FetchJson, unavailable } from '../request.ts';
import { opaqueId, optionalText, plainText } from '../schema.ts';
import { SESSIONS_PATH } from './create_session.ts';
import type { ConnectSessionOutcome } from './session_types.ts';

/** Every field may be of another shape one day: what happened is then told with what is left. */
const attempt = z
  .object({
    status: optionalText,
    oauth_error_code: z
      .union([z.string().min(1).pipe(plainText), z.number().transform(String)])
      .nullish()
      .catch(null),
    oauth_error_description: optionalText,
    account_secure_id: opaqueId.nullish().catch(null),
  })
  .transform(
    (sent): SeenAttempt => ({
      status: sent.status ?? 'unknown',
      errorCode: sent.oauth_error_code ?? null,
      errorDescription: sent.oauth_error_description ?? null,
      accountId: sent.account_secure_id ?? null,
    }),
  );

const session = z.object({
  id: opaqueId,
  connector_profile_id: opaqueId.nullish().catch(null),
  latest_connection_attempt: attempt.nullish(),
});

/** O24: an answer about another session would be no evidence, and an attempt that cannot be read is not none. */
export async function fetchConnectSession(
  fetchJson: FetchJson,
  faults: ListFaults,
  id: string,
): Promise<ConnectSessionOutcome> {
  const answer = await fetchJson(`${SESSIONS_PATH}/${encodeURIComponent(id)}`, {});
  if (answer.kind === 'rejected')
    return answer.status === 404 ? { kind: 'gone' } : unavailable('bad_request');
  if (answer.kind !== 'json') return answer;
  const parsed = session.safeParse(answer.json);
  if (!parsed.success || parsed.data.id !== id) {
    faults.oddReply(`${SESSIONS_PATH}/{id}`, 'it is not the session that was asked for, or cannot be read');
    return unavailable('unexpected_reply');
  }
  const { connector_profile_id: profileId, latest_connection_attempt: latest } = parsed.data;
  return { kind: 'session', attempt: latest ?? null, profileId: profileId ?? null };
}
