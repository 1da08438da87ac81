import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

/** A value that can be copied; a secret is hidden until somebody asks for it. */
export function Copyable({
  label,
  value,
  hide = false,
}: {
  label: string;
  value: string;
  hide?: boolean;
}): JSX.Element {
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState(!hide);
  const copy = async () => {
    await navigator.clipboard.writeText(value).catch(() => setShown(true));
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <div class="copyable">
      <span class="copyable-label">{label}</span>
      <code data-value={value}>{shown ? value : '•'.repeat(12)}</code>
      {hide && (
        <button type="button" class="button small" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'}
        </button>
      )}
      <button
        type="button"
        class="button small"
        aria-label={`${copied ? 'Copied' : 'Copy'} ${label}`}
        onClick={() => void copy()}
      >
        {copied ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
}
