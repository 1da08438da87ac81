import type { Unclear, Wanted } from '../../../core/credentials/pasted_credentials.ts';

const names: Record<Wanted, { readonly own: string; readonly other: string }> = {
  client_id: { own: 'client ID', other: 'client secret' },
  client_secret: { own: 'client secret', other: 'client ID' },
};

/** What was seen in a field that cannot be read, and what to do. Nothing of what was pasted is in it. */
export function unclearWords(seen: Unclear, wanted: Wanted): string {
  const { own, other } = names[wanted];
  switch (seen) {
    case 'several_words':
      return `A ${own} has no blanks inside. Copy it again with the button in Zoom.`;
    case 'several_values':
      return `There is more than one ${own} in here. Paste the one of this environment.`;
    case 'no_value':
      return `The name of the ${own} is in here, or a placeholder, and not the value. Copy it with the button in Zoom.`;
    case 'the_other':
      return `This is named as the ${other}. Paste the ${own} here.`;
    case 'something_else':
      return `This is named as something else. Paste the ${own} from App Credentials in Zoom.`;
    case 'masked':
      return `Zoom shows this value masked. Use the copy button beside it, and paste the ${own} itself.`;
    case 'basic_header':
      return `This is a Basic header, which holds both values in one. Paste the ${own} itself.`;
    case 'access_token':
      return `This is an access token. Paste the ${own} from App Credentials in Zoom.`;
  }
}
