import { looksSecret } from '../../secrets/find_secrets.ts';
import { cutWhole } from '../../text/cut.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import type {
  ClassicVerdict,
  MalformedVerdict,
  ScopeReport,
  ScopeVerdict,
  SpecialVerdict,
  UnknownVerdict,
} from './check_scopes.ts';
import type { Conversion, WithoutReason } from './convert_scopes.ts';
import { asSuggested, replacementOf } from './replacement.ts';

const SHOWN = 90;

/** One plain sentence or two in Slack mrkdwn, escaped for Slack: what is wrong, and what to do. */
export function explainVerdict(verdict: ScopeVerdict): string {
  const scope = code(verdict.scope);
  switch (verdict.kind) {
    case 'ok':
      return verdict.written === undefined
        ? `${scope} is fine.`
        : `${scope} is fine. Write it in lower case; Greenroom has done so.`;
    case 'wrong_level':
      return `${scope} is for ${apps(verdict.onlyFor)}. ${useOr(verdict.right, `Zoom has no ${verdict.managementType} form of it: remove it.`)}`;
    case 'master':
      return `${scope} is for owners of a Zoom master account, and StackOne does not use it. ${useOr(verdict.right, 'Remove it.')}`;
    case 'app_owned':
      return `${scope} belongs to the app itself (client credentials), and Zoom refuses it in a General app. Remove it.`;
    case 'duplicate':
      return `${scope} is in the list more than once. One is enough.`;
    case 'special':
      return explainSpecial(verdict);
    case 'classic':
      return explainClassic(verdict);
    case 'unknown':
      return explainUnknown(verdict);
    case 'malformed':
      return explainMalformed(verdict);
  }
}

/** One or two sentences about the whole list. */
export function summarise(report: ScopeReport, managementType: ManagementType): string {
  return `${summaryOf(report, managementType)}${noteWords(report)}`;
}

function noteWords({ incomplete, alternatives }: ScopeReport): string {
  const cut = incomplete
    ? ' The manifest is cut off: paste its rest too, what is not here was not read.'
    : '';
  const several = alternatives ? " Zoom's error lists alternatives: usually one of them is enough." : '';
  return `${cut}${several}`;
}

function summaryOf(report: ScopeReport, managementType: ManagementType): string {
  if (report.empty) return 'There is no scope in this list. Zoom wants at least one.';
  const type = apps(managementType);
  const { accepted, blocking, toConfirm } = report;
  const parts = [
    blocking.length > 0 ? `${count(blocking.length, 'scope')} must be changed or removed` : '',
    toConfirm.length > 0
      ? `${count(toConfirm.length, 'scope')} ${toConfirm.length === 1 ? 'is' : 'are'} not in the catalogue and must be confirmed`
      : '',
  ].filter((part) => part !== '');
  const mixed = report.mixed ? ' The list mixes admin and user scopes; one app can hold only one kind.' : '';
  if (parts.length > 0)
    return `${parts.join(', and ')}; ${accepted.length} of ${report.verdicts.length} can go into ${type}.${mixed}`;
  const warnings = report.warnings.length;
  const similar = warnings === 0 ? '' : ` ${count(warnings, 'note')} below.`;
  return accepted.length === 1
    ? `The scope can go into ${type}.${similar}`
    : `All ${accepted.length} scopes can go into ${type}.${similar}`;
}

/** Why a conversion left a scope out. */
export function explainWithout({ scope, why }: Conversion['without'][number], to: ManagementType): string {
  const reasons: Readonly<Record<WithoutReason, string>> = {
    other_type_only: `exists only for ${apps(to === 'admin' ? 'user' : 'admin')}`,
    master_only: 'exists only for owners of a Zoom master account',
    app_owned: 'belongs to the app itself (client credentials)',
    special: `is not for ${apps(to)}`,
    classic_unmapped: `is a classic scope with no known granular scope for ${apps(to)}`,
    unknown: `is not in the catalogue, so Greenroom cannot tell its form for ${apps(to)}`,
    malformed: 'is not written like a scope',
  };
  return `${code(scope)} ${reasons[why]}.`;
}

function explainSpecial({ scope, severity, managementType }: SpecialVerdict): string {
  if (severity === 'error') return `${code(scope)} is refused by Zoom in ${apps(managementType)}. Remove it.`;
  if (severity === 'warn')
    return `${code(scope)} is usually not for ${apps(managementType)}, and Zoom may refuse it. Keep it only if Zoom offers it.`;
  return scope === 'imchat:bot'
    ? `${code(scope)} is fine. The app also needs the product Team Chat (\`ZOOM_CHAT\`).`
    : `${code(scope)} is fine.`;
}

function explainClassic(verdict: ClassicVerdict): string {
  const { scope, severity, managementType, suggestions, more, byShape, confirmed } = verdict;
  if (confirmed)
    return `${code(scope)} is not in the catalogue (${catalogue.month}); someone confirmed that Zoom offers it.`;
  if (byShape)
    return `${code(scope)} is written like a classic scope, and is not in the catalogue of Zoom scopes (${catalogue.month}). Confirm it only if you see it in Zoom.`;
  const type =
    severity === 'error' ? `a classic scope, and not for ${apps(managementType)}` : 'a classic scope';
  const rest = more > 0 ? ` and ${more} more` : '';
  const advice =
    suggestions.length === 0
      ? 'No granular scope is known for it: pick what the integration needs.'
      : `Use the granular ones that you need: ${suggestions.map(code).join(', ')}${rest}.`;
  return `${code(scope)} is ${type}; new Zoom apps use granular scopes. ${advice}`;
}

function explainUnknown(verdict: UnknownVerdict): string {
  const { scope, managementType, knownAs, doubts, confirmed, near } = verdict;
  if (confirmed)
    return `${code(scope)} is not in the catalogue (${catalogue.month}); someone confirmed that Zoom offers it.`;
  const doubt = [
    doubts.includes('level') ? `Its ending does not fit ${apps(managementType)}.` : '',
    doubts.includes('action') ? 'Zoom has no such action: it is read, write, update or delete.' : '',
    near === undefined ? '' : `Did you mean ${code(near)}?`,
    knownAs.length === 0 ? '' : `Known are only ${knownAs.map(code).join(' and ')}.`,
  ].filter((part) => part !== '');
  return [
    `${code(scope)} is not in the catalogue of Zoom scopes (${catalogue.month}).`,
    ...doubt,
    'Confirm it only if you see it in Zoom.',
  ].join(' ');
}

function explainMalformed(verdict: MalformedVerdict): string {
  const { scope, why } = verdict;
  const use = useSuggestion(verdict);
  switch (why.code) {
    case 'role_permission':
      return `${code(scope)} is a permission of a Zoom role, not a scope. Remove it${why.classic === undefined ? '' : `, or write ${code(why.classic)} if you mean the classic scope`}.`;
    case 'look_alike':
      return `In ${code(scope)} the character ${code(why.character)} is ${why.name}, not ${code(why.meant)}.${use}`;
    case 'character':
      return `${code(scope)} holds ${code(why.character)}. Scopes have only letters a to z, digits, underscores and colons.${use}`;
    case 'glued':
      return `${code(scope)} has other words glued to it.${use}`;
    case 'torn':
      return `${code(scope)} is only a part of a scope; the rest was lost on the way. Write it whole, as Zoom shows it.`;
    case 'wildcard':
      return `${code(scope)} has a wildcard, which Zoom does not know. Name every scope by itself.`;
    case 'blank':
      return `${code(scope)} has a blank inside.${use}`;
    case 'user_suffix':
      return `${code(scope)} ends in \`:user\`, which Zoom does not have: user scopes have no suffix.${use}`;
    case 'too_long':
      return `${code(scope)} is too long for a scope. Remove it.`;
    case 'parts':
      return `${code(scope)} is not built like a scope, \`service:action:data\` or \`service:action:data:admin\`.${use || ' Remove it.'}`;
  }
}

/** Names what the corrected list holds, and nothing else. */
function useSuggestion(verdict: MalformedVerdict): string {
  const { suggestion, guessed } = verdict;
  if (suggestion === undefined) return '';
  if (guessed) return ` Did you mean ${code(suggestion)}?`;
  const replacement = replacementOf(verdict);
  if (replacement.kind === 'use') return ` Use ${code(replacement.scope)}.`;
  if (replacement.kind === 'confirm') return ` Use ${code(replacement.scope)} if you see it in Zoom.`;
  const read = asSuggested(verdict);
  return read === undefined ? '' : ` ${explainVerdict(read)}`;
}

function apps(managementType: ManagementType): string {
  return managementType === 'admin' ? 'admin-managed apps' : 'user-managed apps';
}

function useOr(scope: string | undefined, otherwise: string): string {
  return scope === undefined ? otherwise : `Use ${code(scope)}.`;
}

function count(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`;
}

/** As code, safe in mrkdwn whatever a person pasted, and never a secret. */
function code(text: string): string {
  if (looksSecret(text)) return HIDDEN;
  const escaped = shownScope(text)
    .replace(/`/g, "'")
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
  return `\`${escaped}\``;
}

/** As plain text: never a secret, not longer than a person reads. */
export function shownScope(text: string): string {
  if (looksSecret(text)) return HIDDEN;
  return text.length > SHOWN ? `${cutWhole(text, SHOWN)}…` : text;
}

const HIDDEN = 'A text that may be a secret (hidden)';
