import { type UnknownReason, unknownReasons } from '../../../core/checks/reasons.ts';
import { Operator, operator } from '../support_contact.ts';

/** Who was asked. */
export type HostName = 'Zoom' | 'StackOne';

/** The unknown reason, as half a sentence. */
export function whyNoAnswer(trouble: UnknownReason, host: HostName): string {
  switch (trouble) {
    case 'not_configured':
      return 'Greenroom has no StackOne API key';
    case 'key_refused':
      return "StackOne does not accept Greenroom's API key (401)";
    case 'key_forbidden':
      return "StackOne refuses Greenroom's API key (403)";
    case 'no_listing':
      return 'StackOne does not offer its list of connector profiles where Greenroom looks for it';
    case 'bad_request':
      return `${host} did not understand Greenroom's question`;
    case 'rate_limited':
      return `${host} asked Greenroom to slow down`;
    case 'timeout':
      return `${host} did not answer in time`;
    case 'server_error':
      return `${host} had an error of its own`;
    case 'network':
      return `${host} could not be reached`;
    case 'not_json':
    case 'unexpected_reply':
      return `${host} gave an answer that Greenroom cannot read`;
    case 'secret_unreadable':
      return 'Greenroom cannot open the stored client secret any more: replace it with `/zoom-app rotate`';
  }
}

/** The remedy; empty when there is nothing to do but wait. */
export function unknownReasonRemedy(trouble: UnknownReason): string {
  switch (trouble) {
    case 'not_configured':
      return `${Operator} sets \`STACKONE_API_KEY\` to a key with the permission *Platform API: Read*.`;
    case 'key_refused':
      return `${Operator} replaces \`STACKONE_API_KEY\`; a new key is tried at once.`;
    case 'key_forbidden':
      return `Either the key lacks the permission *Platform API: Read*, or the address of Greenroom is not allowed in StackOne, or something on the way removes the User-Agent. ${Operator} can look at all three.`;
    case 'no_listing':
    case 'bad_request':
    case 'not_json':
    case 'unexpected_reply':
      return `If this stays, ${operator} should look at its log: StackOne or Zoom may have changed.`;
    default:
      return '';
  }
}

const names: ReadonlySet<string> = new Set(unknownReasons);

/** Is this an unknown reason, and not one of a failed check? */
export function isUnknownReason(reason: string | null): reason is UnknownReason {
  return reason !== null && names.has(reason);
}
