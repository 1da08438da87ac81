import type { JSX } from 'preact';

const HUES = ['#b4552d', '#3f6fb5', '#7a4fb0', '#2f7f86', '#a13f6b', '#6b7a2a'];

/** Picture of a person or the app, drawn from the name. */
export function Avatar({
  name,
  kind,
}: {
  readonly name: string;
  readonly kind: 'user' | 'bot' | 'slack';
}): JSX.Element {
  if (kind === 'bot') return <AppIcon />;
  if (kind === 'slack')
    return (
      <span class="avatar avatar-slack" aria-hidden="true">
        #
      </span>
    );
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span class="avatar" aria-hidden="true" style={{ background: HUES[sum % HUES.length] ?? '' }}>
      {name.charAt(0)}
    </span>
  );
}

/** Greenroom's icon, an open door. */
export const AppIcon = ({ small = false }: { readonly small?: boolean }): JSX.Element => (
  <span class={`avatar avatar-app ${small ? 'is-small' : ''}`} aria-hidden="true">
    <svg viewBox="0 0 32 32" role="presentation">
      <path d="M8.500 25.500V8A2 2 0 0 1 10.500 6h11a2 2 0 0 1 2 2v17.500" />
      <path d="M13 25.500V11.500l7-2.500v16.500z" class="leaf" />
      <circle cx="17.600" cy="17.600" r="1.100" class="knob" />
      <path d="M5.500 25.500h21" />
    </svg>
  </span>
);
