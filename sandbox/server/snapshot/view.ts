import type { View } from '../../simulators/slack/state/workspace_state.ts';
import type { ViewSeen } from '../contract.ts';

export const viewSeen = ({ id, hash, content, fields, errors, trouble }: View): ViewSeen => ({
  id,
  hash,
  content,
  fields,
  errors,
  trouble,
});
