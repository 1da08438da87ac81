import { z } from 'zod';
import { broken, chars } from '../blocks/text.ts';
import { LIMITS } from '../limits.ts';

/** Parts of a manifest that describe steps and workflows. Major version 2 has its own form of parameters. */

const M = LIMITS.manifest;

/** An object with a maximum number of entries of one form. */
export function upTo<T extends z.ZodType>(most: number, entry: T) {
  return z.record(z.string(), entry).superRefine((entries, ctx) => {
    if (Object.keys(entries).length > most)
      broken(ctx, 'too_many', `no more than ${most} properties allowed`);
  });
}

/** A parameter of a custom step, or a type; the schema leaves further fields (`name`, `enum` ...) open. */
const parameter = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  is_required: z.boolean().optional(),
  is_hidden: z.boolean().optional(),
  hint: z.string().optional(),
});

export const types = upTo(M.parameters, parameter);

export type MajorVersion = 1 | 2;

/** By name in version 1; in version 2 below `properties`, with the required ones listed beside. */
function parameters(version: MajorVersion): z.ZodType {
  if (version === 1) return types;
  return z.looseObject({ properties: types, required: z.array(z.string()).optional() });
}

export function functions(version: MajorVersion) {
  return upTo(
    M.functions,
    z.strictObject({
      title: z.string(),
      description: z.string(),
      input_parameters: parameters(version),
      output_parameters: parameters(version),
    }),
  );
}

const step = { id: z.string(), function_id: z.string(), inputs: z.record(z.string().min(1), z.unknown()) };

/** Version 2 alone knows kinds of steps. */
function steps(version: MajorVersion) {
  const kind = z.enum(['function', 'switch', 'conditional']).optional();
  return z.array(version === 1 ? z.strictObject(step) : z.strictObject({ ...step, type: kind }));
}

const template = z.strictObject({
  value: z.unknown().refine((value) => value !== undefined),
  initial_value: z.unknown().optional(),
  locked: z.boolean().optional(),
  hidden: z.boolean().optional(),
});

const suggestedTrigger = z.strictObject({
  name: z.string().optional(),
  description: z.string().optional(),
  type: z.string(),
  inputs: z.record(z.string().min(1), template),
});

export function workflows(version: MajorVersion) {
  return upTo(
    M.functions,
    z.strictObject({
      title: z.string(),
      description: z.string(),
      input_parameters: parameters(version).optional(),
      steps: steps(version),
      suggested_triggers: z.array(suggestedTrigger).optional(),
    }),
  );
}

const attribute = z.looseObject({
  type: chars(M.unbounded),
  items: z.looseObject({ type: chars(M.unbounded) }).optional(),
  properties: z.looseObject({}).optional(),
});

export const datastores = upTo(
  M.datastores.items,
  z.strictObject({
    primary_key: chars(M.unbounded),
    attributes: upTo(M.datastores.attributes, attribute),
  }),
);

const secure = chars(M.provider.url, M.provider.urlMin).regex(/^https:\/\//);
const provided = z.strictObject({ client_id: chars(M.provider.clientId), scope: z.array(z.string()) });

const custom = provided.extend({
  provider_name: chars(M.provider.name, M.provider.nameMin),
  authorization_url: secure,
  token_url: secure,
  authorization_url_extras: z.looseObject({}).optional(),
  identity_config: z.strictObject({
    url: secure,
    account_identifier: chars(M.provider.url).regex(/^\$\../),
    headers: z.looseObject({}).optional(),
  }),
  use_pkce: z.boolean().optional(),
  token_url_config: z.strictObject({ use_basic_auth_scheme: z.boolean().optional() }).optional(),
});

export const authProviders = z.strictObject({
  oauth2: z
    .record(
      z.string(),
      z.strictObject({
        provider_type: z.enum(['CUSTOM', 'SLACK_PROVIDED']),
        options: z.union([provided, custom]),
      }),
    )
    .optional(),
});

const listed = z.looseObject({
  // The same list as the schema's: other types are refused in `features.functions` alone.
  type: z.enum([
    ...(['integer', 'number', 'boolean', 'string', 'object', 'array'] as const),
    ...(
      [
        'user_context',
        'user_permission',
        'user_id',
        'channel_id',
        'usergroup_id',
        'timestamp',
        'blocks',
        'credential/oauth2',
        'date',
        'interactivity',
        'rich_text',
        'form_input',
        'form_input_object',
        'message_ts',
        'message_context',
      ] as const
    ).map((name) => `slack#/types/${name}` as const),
  ]),
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  is_required: z.boolean().optional(),
});

const listedParameters = z.array(listed).max(M.listedParameters);

/** The older forms below `features`. */
export const listedFunctions = z
  .array(
    z.strictObject({
      callback_id: z.string(),
      title: z.string(),
      description: z.string(),
      input_parameters: listedParameters,
      output_parameters: listedParameters,
    }),
  )
  .max(M.functions);

/** Steps from apps left the platform in 2024; the schema still takes them. */
export const workflowSteps = z
  .array(z.strictObject({ name: chars(M.workflowSteps.name), callback_id: chars(M.workflowSteps.name) }))
  .min(1)
  .max(M.workflowSteps.items);
