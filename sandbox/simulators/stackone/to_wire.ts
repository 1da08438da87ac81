import type { Answered } from '../../faults/serve_with_faults.ts';
import type { AccountNames, AccountRow } from './contract.ts';

/** StackOne's error body. */
export function failure(statusCode: number, message: string, now: Date): Answered {
  return { status: statusCode, body: { statusCode, message, timestamp: now.toISOString() } };
}

/** The older form: no link to a profile, and credentials may be in it. */
export function accountV1(account: AccountRow): object {
  return {
    id: account.id,
    provider: account.connector_key,
    provider_name: 'Zoom',
    status: account.status,
    status_reasons: account.status_reasons,
    origin_owner_id: account.owner_id,
    origin_owner_name: account.owner_name,
    origin_username: null,
    credentials: { access_token: `not-for-you-${account.id}` },
    setup_information: null,
    label: account.label,
    shared: false,
    type: account.type,
    created_at: account.created_at,
    updated_at: account.updated_at,
  };
}

/**
 * The newer form; its body has been seen in no document, only the newer names. That it has reasons, a label and a type as the
 * older one has is a guess, and so is that it may bring the older names, alone or too.
 */
export function accountV2(account: AccountRow, names: AccountNames): object {
  const { connector_key: connector, owner_id, owner_name } = account;
  return {
    id: account.id,
    ...(names === 'older' ? {} : { connector, owner_id, owner_name }),
    ...(names === 'newer'
      ? {}
      : { provider: connector, origin_owner_id: owner_id, origin_owner_name: owner_name }),
    connector_profile_id: account.connector_profile_id,
    status: account.status,
    status_reasons: account.status_reasons,
    label: account.label,
    type: account.type,
    created_at: account.created_at,
    updated_at: account.updated_at,
  };
}
