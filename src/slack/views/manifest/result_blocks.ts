import type { Check, ManagementType } from '../../../core/checks/check.ts';
import type { ComparedManifest } from '../../../usecases/manifest/compare_manifest.ts';
import type { CopiedPart } from '../../../usecases/manifest/copy_from_manifest.ts';
import type { KnownBlock, ModalView } from '../../blocks/block_types.ts';
import { context, divider, section } from '../../blocks/layout.ts';
import { count, named, plainLine, typed, wordList } from '../../blocks/text.ts';
import { evidenceWords } from '../../messages/checks/evidence_words.ts';
import { differenceWords } from '../../messages/manifest/difference_words.ts';
import { checkTitles, environmentNames, managementNames } from '../../messages/product_words.ts';
import { input, option } from '../inputs.ts';
import { alert, type Banner, modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import type { CarriedManifest } from './carried_manifest.ts';

export const PARTS = 'manifest_parts';

/** What of the manifest this person can copy. `too_much`: it does not fit into a form. */
export type Offer =
  | { readonly kind: 'none' }
  /** `text`: whom to ask instead. */
  | { readonly kind: 'denied'; readonly text: string }
  | { readonly kind: 'too_much' }
  | {
      readonly kind: 'parts';
      readonly parts: readonly CopiedPart[];
      readonly from: CarriedManifest;
      /** Zoom's scopes break a rule, so they cannot be declared as they are. */
      readonly refused: {
        readonly managementType: ManagementType;
        readonly scopes: readonly string[];
      } | null;
      readonly fromZoom: { readonly managementType: ManagementType; readonly scopes: number };
    };

/** Where an app and Zoom's manifest differ, line by line; only for the person who gave it. */
export function resultView(
  compared: ComparedManifest,
  offer: Offer,
  { hadSecret = false, isCopied = false }: { readonly hadSecret?: boolean; readonly isCopied?: boolean },
): ModalView {
  const { app, comparison } = compared;
  const takes = offer.kind === 'parts' && offer.parts.length > 0;
  const frame = { title: 'Compared with Zoom', close: 'Close', callbackId: callbackIds.manifestResult };
  const blocks = [
    alert(summary(compared, isCopied)),
    ...(hadSecret ? [section(`:warning: ${secretSeenText}`)] : []),
    ...(comparison.isNamedAlike ? seenBlocks(compared) : [section(otherNameWords(app.name))]),
    ...comparison.differences.flatMap((each) => [divider(), section(differenceWords(each, app))]),
    ...(comparison.differences.length === 0 ? [] : [divider()]),
    ...offerBlocks(offer),
    context(
      'A manifest names no client ID. Greenroom compares the name, and cannot know whether another app of that name gave it.',
    ),
  ];
  if (!takes) return modal(frame, blocks);
  const state = { kind: 'manifest_result', appId: app.id, version: app.version, from: offer.from } as const;
  return modal({ ...frame, submit: 'Copy from Zoom', state }, blocks);
}

/** Plain text. */
export const secretSeenText =
  'Something in what you gave looks like a secret. Greenroom kept nothing of it, but Slack has seen it: if it is one, replace it in Zoom.';

function summary({ app, comparison: { differences } }: ComparedManifest, isCopied: boolean): Banner {
  const copied = isCopied ? 'Copied. ' : '';
  if (differences.length === 0)
    return { level: 'success', text: `${copied}${plainLine(app.name)} and Zoom's manifest agree.` };
  return {
    level: 'warning',
    text: `${copied}${plainLine(app.name)} and Zoom's manifest differ in ${count(differences.length, 'place')}.`,
  };
}

const otherNameWords = (name: string) =>
  `Its name is not *${named(name)}*, so nothing was noted: it may be the manifest of another app. If it is this one, copy its name, or rename the app in Zoom and compare again.`;

/** What is noted as seen by now, and what Greenroom believes although this manifest says otherwise. */
function seenBlocks({ environments, comparison }: ComparedManifest): KnownBlock[] {
  const seen: string[] = [];
  const doubted: string[] = [];
  for (const { kind, checks } of environments) {
    for (const check of checks.filter(({ name }) => name === 'redirect' || name === 'scopes')) {
      const agrees = check.name === 'scopes' ? comparison.hasSameScopes : comparison.redirects.includes(kind);
      const title = `${checkTitles[check.name]} of ${environmentNames[kind]}`;
      if (agrees && check.status === 'passed') seen.push(`• ${title}: ${evidenceWords(check)}`);
      if (!agrees && isBelieved(check)) doubted.push(`• ${title}: ${evidenceWords(check)}`);
    }
  }
  return [
    ...(seen.length === 0 ? [] : [section(`*Agreed, and noted*\n${seen.join('\n')}`)]),
    ...(doubted.length === 0
      ? []
      : [
          section(
            `*This manifest says otherwise*\n${doubted.join('\n')}\nGreenroom changed nothing: is it the manifest of this app, and of today? If so, the differences below need a hand.`,
          ),
        ]),
  ];
}

/** The scopes follow from what is declared, which is no statement about Zoom. */
const isBelieved = ({ name, lastKnown, detail }: Check): boolean =>
  lastKnown === 'passed' && (name === 'redirect' || detail.manifestOf !== undefined);

function offerBlocks(offer: Offer): KnownBlock[] {
  if (offer.kind === 'too_much')
    return [
      section(
        "Zoom's values do not fit into this form. Change the registration with `/zoom-app edit` and `/zoom-app scopes`, which take a pasted manifest too.",
      ),
    ];
  if (offer.kind === 'denied') return [section(`*Copy what Zoom has*\n${offer.text}`)];
  if (offer.kind === 'none') return [];
  return [
    ...(offer.refused === null ? [] : [section(refusedWords(offer.refused))]),
    ...(offer.parts.length === 0 ? [] : [partsField(offer)]),
  ];
}

function refusedWords({
  managementType,
  scopes,
}: {
  managementType: ManagementType;
  scopes: readonly string[];
}) {
  if (scopes.length === 0)
    return 'Zoom has no scope at all, and at least one must be declared: that cannot be copied.';
  const some = scopes.slice(0, 5).map((scope) => `\`${typed(scope, 100)}\``);
  const more = scopes.length > some.length ? ` and ${scopes.length - some.length} more` : '';
  return `Zoom's scopes cannot be copied as they are: ${wordList(some)}${more} cannot be declared for ${managementNames[managementType]} apps.`;
}

function partsField({ parts, fromZoom, from }: Extract<Offer, { kind: 'parts' }>): KnownBlock {
  const words: Record<CopiedPart, string> = {
    name: `The name: ${plainLine(from.name ?? '')}`,
    scopes: `${count(fromZoom.scopes, 'scope')}, ${managementNames[fromZoom.managementType]}`,
    scope_description: from.description === '' ? 'No scope description' : 'The scope description',
  };
  return input(
    { block: PARTS, label: 'Copy from Zoom' },
    { type: 'checkboxes', action_id: PARTS, options: parts.map((part) => option(words[part], part)) },
  );
}
