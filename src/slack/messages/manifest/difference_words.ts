import type { ZoomApp } from '../../../core/apps/zoom_app.ts';
import type { ManagementType } from '../../../core/checks/check.ts';
import type { ManifestDifference } from '../../../core/manifest/compare_zoom_manifest.ts';
import { STACKONE_ZOOM_REDIRECT } from '../../../core/profiles/zoom_connector.ts';
import { withoutSecrets } from '../../../core/secrets/find_secrets.ts';
import { count, named, typed } from '../../blocks/text.ts';
import { environmentNames, managementNames } from '../product_words.ts';

const SHOWN_SCOPES = 12;
const SHOWN_TEXT = 300;

/** One difference: its title, what stands where, and what to do in Zoom to keep what Greenroom has. Never a secret. */
export function differenceWords(difference: ManifestDifference, app: ZoomApp): string {
  const { title, words, keep } = partsOf(difference, app);
  return `*${title}*\n${words}\n_To keep it as it is here:_ ${keep}`;
}

interface Parts {
  readonly title: string;
  readonly words: string;
  readonly keep: string;
}

function partsOf(difference: ManifestDifference, app: ZoomApp): Parts {
  switch (difference.part) {
    case 'name':
      return nameParts(difference.zoom, app);
    case 'management_type':
      return typeParts(difference.zoom, app);
    case 'redirect':
      return redirectParts(difference);
    case 'allow_list':
      return allowListParts(difference.beginsIt);
    case 'strict_mode':
    case 'subdomain_check':
      return strictParts(difference.part);
    case 'scopes_missing':
    case 'scopes_extra':
    case 'scopes_optional':
      return scopeParts(difference.part, difference.scopes);
    case 'scope_description':
      return descriptionParts(difference.zoom, app);
  }
}

const nameParts = (zoom: string | null, app: ZoomApp): Parts => ({
  title: 'Name',
  words: `In Zoom: ${shown(zoom)}\nHere: “${named(app.name)}”`,
  keep: 'rename it with the pencil, top left on its page.',
});

const typeParts = (zoom: ManagementType | null, app: ZoomApp): Parts => ({
  title: 'Management type',
  words: `In Zoom: ${zoom === null ? 'none that Greenroom knows' : managementNames[zoom]}\nHere: ${managementNames[app.managementType]}`,
  keep: '*Basic Information* > *Select how the app is managed*. Zoom then wants other scopes, too.',
});

function redirectParts({ environment, zoom }: Extract<ManifestDifference, { part: 'redirect' }>): Parts {
  return {
    title: `Redirect URL of ${environmentNames[environment]}`,
    words: `In Zoom: ${zoom === null ? 'none' : shown(zoom)}\nStackOne's is \`${STACKONE_ZOOM_REDIRECT}\`, to the letter: with another one nobody can sign in.`,
    keep: `*Basic Information* > *OAuth Information*, with the toggle in the header at *${environmentNames[environment]}*.`,
  };
}

const allowListParts = (beginsIt: string | null): Parts => ({
  title: 'Allow list',
  words:
    beginsIt === null
      ? "StackOne's callback is not on it."
      : `It has ${shown(beginsIt)}, the beginning of StackOne's callback. Whether that is enough for Zoom is not documented.`,
  keep: `add \`${STACKONE_ZOOM_REDIRECT}\` to *OAuth Allow Lists*.`,
});

const strictParts = (part: 'strict_mode' | 'subdomain_check'): Parts => ({
  title: part === 'strict_mode' ? 'Strict mode' : 'Subdomain check',
  words:
    part === 'strict_mode'
      ? 'It is on in Zoom: the redirect URL of each sign-in must then be one of the list, to the letter. With StackOne’s callback there it should work, but nobody needs it.'
      : 'It is on in Zoom: redirect URLs below other subdomains are refused then. StackOne has one address, so it should work, but nobody needs it.',
  keep: `switch *${part === 'strict_mode' ? 'Use Strict Mode URL' : 'Subdomain check'}* off in *OAuth Information*.`,
});

const scopeWords = {
  scopes_missing: {
    title: 'Scopes that Zoom does not have',
    words: 'Declared here only',
    keep: '*Scopes* > *+ Add Scopes*; accounts that are linked already sign in once more.',
  },
  scopes_extra: {
    title: 'Scopes that only Zoom has',
    words: 'Not declared here',
    keep: 'remove them in *Scopes*, if nothing else uses the app.',
  },
  scopes_optional: {
    title: 'Optional scopes',
    words: 'Whoever signs in may leave them out',
    keep: 'make them required in *Scopes*: what is left out fails in StackOne later.',
  },
} as const;

function scopeParts(part: keyof typeof scopeWords, scopes: readonly string[]): Parts {
  const { title, words, keep } = scopeWords[part];
  const list = scopes.slice(0, SHOWN_SCOPES).map((scope) => `\`${typed(withoutSecrets(scope), 100)}\``);
  const more = scopes.length > SHOWN_SCOPES ? ` and ${scopes.length - SHOWN_SCOPES} more` : '';
  return { title, words: `${words} (${count(scopes.length, 'scope')}): ${list.join(', ')}${more}`, keep };
}

const descriptionParts = (zoom: string, app: ZoomApp): Parts => ({
  title: 'Scope description',
  words: `In Zoom: ${shown(zoom)}\nHere: ${shown(app.scopeDescription)}`,
  keep: 'the field below the list in *Scopes*.',
});

function shown(text: string | null): string {
  const words = typed(withoutSecrets(text ?? ''), SHOWN_TEXT);
  return words === '' ? 'nothing' : `“${words}”`;
}
