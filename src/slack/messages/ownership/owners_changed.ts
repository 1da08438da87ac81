import type { Message } from '../../../core/deliveries/message.ts';
import { named, people, person } from '../../blocks/text.ts';

/** One line in the thread, and to everybody who owned it before or owns it now. */
export function ownersChanged(message: Extract<Message, { kind: 'owners_changed' }>): string {
  const { appName, how, by, joined, left } = message;
  const app = `*${named(appName)}*`;
  const others = left.filter((owner) => owner !== by);
  const gone =
    others.length === 0 ? '' : ` ${people(others)} no longer ${others.length === 1 ? 'does' : 'do'}.`;
  if (how === 'handover') {
    const leaves = left.includes(by) ? ' and no longer owns it' : '';
    return `:key: ${person(by)} handed ${app} over to ${person(joined)}${leaves}.${gone}`;
  }
  if (by === joined) return `:key: ${person(joined)} took over ${app} and owns it now.${gone}`;
  const why = by === 'greenroom' ? 'nobody objected in time' : `${person(by)} agreed`;
  return `:key: ${person(joined)} owns ${app} now: ${why}.${gone}`;
}
