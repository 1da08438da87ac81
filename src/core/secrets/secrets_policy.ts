/** Do forms ask for client secrets? `ask`: they do, and a person may still keep theirs. `never`: none is taken. */
export const secretsPolicies = ['ask', 'never'] as const;
export type SecretsPolicy = (typeof secretsPolicies)[number];
