/**
 * The guides of a way to sign in, as `include=authentication_guides` brings them. Fields: stackone-client-ruby 0.41, GuideSectionMeta
 * and GuideStepMeta (`sections`, and in each title and content, are required). The words are made up.
 */

interface Step {
  readonly title: string;
  /** Markdown. */
  readonly content: string;
  readonly list?: readonly string[];
  readonly image?: { readonly src: string; readonly alt: string };
  readonly applicable_scopes?: readonly string[];
  readonly display_scopes?: boolean;
}

interface Section extends Omit<Step, 'display_scopes'> {
  readonly steps?: readonly Step[];
}

interface Guide {
  readonly sections: readonly Section[];
  readonly warning?: string;
}

/** `config`: what an admin does at the provider. `setup`: what somebody does who links an account. */
interface Guides {
  readonly config: Guide;
  readonly setup: Guide;
}

export function guidesOf(name: string, scopes: readonly string[]): Guides {
  const config: Guide = {
    warning: `You need to be an admin of ${name}.`,
    sections: [
      {
        title: `Create an app at ${name}`,
        content: `Open **${name}**'s page for developers and create an *OAuth* app.`,
        list: ['Name it after StackOne', 'Leave everything else as it is'],
        image: { src: `/images/${name.toLowerCase()}/create.png`, alt: `The page of ${name}` },
        steps: [
          { title: 'Add the redirect URL', content: 'Paste the address that StackOne shows.' },
          { title: 'Add the scopes', content: '', applicable_scopes: scopes, display_scopes: true },
        ],
      },
    ],
  };
  const setup: Guide = { sections: [{ title: 'Sign in', content: `Allow StackOne to use ${name}.` }] };
  return { config, setup };
}
