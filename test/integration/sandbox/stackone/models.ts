/**
 * The models of StackOne's API that the simulator answers with, field by field: stackone-client-ruby 0.41 (generated on
 * 1 June 2026 from StackOne's specification), docs/models/shared. `?` marks what the model does not require, which may be
 * absent or null.
 */
type Shape =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'list'
  | 'object'
  | `list of ${string}`
  | `object ${string}`;
export type Model = Readonly<Record<string, Shape | `${Shape}?`>>;

const connectSession: Model = {
  id: 'number',
  organization_id: 'text',
  project_id: 'text',
  origin_owner_id: 'text',
  origin_owner_name: 'text',
  created_at: 'date',
  account_id: 'text?',
  categories: 'list?',
  connector_profile_id: 'text?',
  external_trigger_token: 'text?',
  integration_id: 'text?',
  label: 'text?',
  latest_connection_attempt: 'object LatestConnectionAttempt?',
  metadata: 'object?',
  origin_username: 'text?',
  provider: 'text?',
  type: 'text?',
};

export const models = {
  ConnectSession: connectSession,
  ConnectSessionTokenAuthLink: { ...connectSession, token: 'text', auth_link_url: 'text' },
  LatestConnectionAttempt: {
    id: 'text',
    created_at: 'date',
    updated_at: 'date',
    status: 'text?',
    account_secure_id: 'text?',
    oauth_error_code: 'text?',
    oauth_error_description: 'text?',
  },
  ConnectorProfilesPaginated: {
    data: 'list of ConnectorProfile',
    page: 'number',
    page_size: 'number',
    total: 'number',
  },
  ConnectorProfile: {
    id: 'text',
    name: 'text',
    connector_key: 'text',
    connector_label: 'text',
    logo_url: 'text',
    categories: 'list',
    active: 'boolean',
    default: 'boolean',
    release_stage: 'text',
    created_at: 'date',
    updated_at: 'date',
    connector_version: 'text?',
    connector_pinned_version: 'text?',
    connector_owner: 'text?',
    environment: 'text?',
    authentication_config_key: 'text?',
    authentication_config_label: 'text?',
  },
  ConnectorProfileVersion: { version: 'text', owner: 'text', builtin: 'boolean', pinned: 'boolean' },
  ConnectorProfilePinnedVersion: {
    connector_profile_id: 'text',
    pinned_version: 'text',
    created_at: 'date',
    updated_at: 'date',
    owner: 'text?',
  },
  LinkedAccount: {
    id: 'text',
    provider: 'text',
    status: 'text',
    origin_owner_id: 'text',
    origin_owner_name: 'text',
    created_at: 'date',
    updated_at: 'date',
    categories: 'list?',
    credentials: 'object?',
    label: 'text?',
    origin_username: 'text?',
    provider_name: 'text?',
    setup_information: 'object?',
    shared: 'boolean?',
    status_reasons: 'list of StatusReason?',
    type: 'text?',
  },
  StatusReason: { timestamp: 'date', code: 'text?', description: 'text?' },
  ActionsMetaPaginated: { data: 'list of ActionsMeta?', next: 'text?' },
  ActionsMeta: {
    account_id: 'text?',
    actions: 'list of ActionMetaItem?',
    authentication: 'list of AuthenticationMetaItem?',
    categories: 'list?',
    connector_profile_id: 'text?',
    description: 'text?',
    icon: 'text?',
    integration_id: 'text?',
    key: 'text?',
    name: 'text?',
    release_stage: 'text?',
    scope_definitions: 'list of ScopeDefinitionMetaItem?',
    version: 'text?',
  },
  ScopeDefinitionMetaItem: { name: 'text', description: 'text', includes: 'list?' },
  ActionMetaItem: {
    action_details: 'object?',
    authentication: 'list?',
    description: 'text?',
    id: 'text?',
    label: 'text?',
    required_scopes: 'list?',
    schema_type: 'text?',
    tags: 'list?',
  },
  AuthenticationMetaItem: {
    key: 'text?',
    label: 'text?',
    required_scopes: 'list?',
    support: 'object?',
    type: 'text?',
  },
  /** docs/models/errors: `statusCode` on the wire. */
  ErrorResponse: {
    statusCode: 'number',
    message: 'text',
    timestamp: 'date',
    data: 'object?',
    provider_errors: 'list?',
  },
} as const satisfies Record<string, Model>;

export type ModelName = keyof typeof models;

/** What is wrong with a body, by field; nothing when it has all that the model requires, and nothing that it lacks. */
export function faultsOf(body: unknown, name: string): readonly string[] {
  const model: Model | undefined = Object.entries(models).find(([one]) => one === name)?.[1];
  if (model === undefined || typeof body !== 'object' || body === null) return [`${name}: no such body`];
  const sent = new Map<string, unknown>(Object.entries(body));
  const unknown = [...sent.keys()]
    .filter((field) => !(field in model))
    .map((field) => `${name}.${field}: unknown`);
  const wrong = Object.entries(model).flatMap(([field, shape]) => {
    const value = sent.get(field);
    const optional = shape.endsWith('?');
    if (value === undefined || value === null) return optional ? [] : [`${name}.${field}: missing`];
    return faultsOfValue(value, optional ? shape.slice(0, -1) : shape, `${name}.${field}`);
  });
  return [...unknown, ...wrong];
}

function faultsOfValue(value: unknown, shape: string, where: string): readonly string[] {
  const [, inList] = /^list of (\w+)$/.exec(shape) ?? [];
  const [, inObject] = /^object (\w+)$/.exec(shape) ?? [];
  if (inList !== undefined && Array.isArray(value)) return value.flatMap((one) => faultsOf(one, inList));
  if (inObject !== undefined) return faultsOf(value, inObject);
  return isOf(value, shape) ? [] : [`${where}: not a ${shape}`];
}

function isOf(value: unknown, shape: string): boolean {
  if (shape === 'list') return Array.isArray(value);
  if (shape === 'object') return typeof value === 'object' && !Array.isArray(value);
  if (shape === 'date') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return typeof value === (shape === 'text' ? 'string' : shape);
}
