import type { View } from '../../slack/state/world.ts';
import type { ViewSeen } from '../contract.ts';

export const viewSeen = ({ id, hash, content, fields, errors, trouble }: View): ViewSeen => ({
  id,
  hash,
  content,
  fields,
  errors,
  trouble,
});
