/** A page of a simulated service that a person clicks through: no script, nothing from elsewhere, as wide as a phone. */
export interface HtmlPage {
  /** The service: `Zoom`, `StackOne`. */
  readonly service: string;
  /** Its colour. */
  readonly accent: string;
  readonly title: string;
  /** HTML; what comes from outside went through `escapeHtml`. */
  readonly body: string;
}

export function htmlPage({ service, accent, title, body }: HtmlPage): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)} · simulated ${escapeHtml(service)}</title>
<style>${styleOf(accent)}</style>
</head>
<body>
<main>
<p class="service">${escapeHtml(service)} <span>simulated</span></p>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => names[character] ?? character);
}

/** A form that posts to another page of the same service, relative to this one. */
export function htmlForm(action: string, fields: Readonly<Record<string, string>>, content: string): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="${escapeHtml(action)}">${hidden.join('')}${content}</form>`;
}

const styleOf = (accent: string): string => `
:root { color-scheme: light; --accent: ${accent}; }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px 16px; background: #f3f4f6; color: #1d1c1d; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 440px; margin: 0 auto; padding: 24px; background: #fff; border-radius: 12px; border-top: 4px solid var(--accent); box-shadow: 0 1px 4px rgb(0 0 0 / 15%); }
h1 { margin: 4px 0 12px; font-size: 22px; line-height: 1.25; overflow-wrap: anywhere; }
p { margin: 0 0 12px; overflow-wrap: anywhere; }
.service { margin: 0; color: var(--accent); font-weight: 700; }
.service span { margin-left: 6px; padding: 1px 8px; border-radius: 10px; background: #eceef1; color: #4b5563; font-size: 12px; font-weight: 400; }
.quiet { color: #4b5563; font-size: 14px; }
.said { padding: 10px 12px; border-left: 3px solid #b42318; background: #fef3f2; }
ul { margin: 0 0 16px; padding-left: 20px; }
li { overflow-wrap: anywhere; }
form { margin: 0 0 8px; }
button { display: block; width: 100%; min-height: 44px; margin: 0 0 8px; padding: 10px 14px; border: 1px solid #c7ccd3; border-radius: 8px; background: #fff; color: inherit; font: inherit; text-align: left; cursor: pointer; }
button small { display: block; color: #4b5563; }
button.main { border-color: var(--accent); background: var(--accent); color: #fff; font-weight: 600; text-align: center; }
button.other { text-align: center; }
button:focus-visible, input:focus-visible { outline: 3px solid #1d1c1d; outline-offset: 2px; }
label { display: flex; gap: 8px; margin: 4px 0 12px; align-items: flex-start; }
input[type=checkbox] { width: 20px; height: 20px; margin: 2px 0 0; flex: none; }
`;
