import { request } from 'undici';

/** A page as somebody sees it who clicks through the simulated services. */
export interface Page {
  readonly status: number;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** Sends the form with this button in it; what else is set goes along. */
  press(button: string, more?: Readonly<Record<string, string>>): Promise<Page>;
}

/** Follows redirects, as a browser does. */
export async function open(url: string, form?: URLSearchParams): Promise<Page> {
  const answer = await request(url, {
    method: form === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'text/html',
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: form?.toString() ?? null,
  });
  const html = await answer.body.text();
  const { location } = answer.headers;
  if (typeof location === 'string') return open(new URL(location, url).href);
  return {
    status: answer.statusCode,
    url,
    title: plain(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''),
    text: plain(html.slice(html.indexOf('<main>'))),
    press: (button, more = {}) => press(url, html, button, more),
  };
}

function press(
  url: string,
  html: string,
  button: string,
  more: Readonly<Record<string, string>>,
): Promise<Page> {
  const forms = [...html.matchAll(/<form method="post" action="([^"]*)">(.*?)<\/form>/gs)];
  const found = forms.find(([, , content = '']) => buttonIn(content, button) !== undefined);
  if (!found) throw new Error(`No button ${button} on ${plain(html)}`);
  const [, action = '', content = ''] = found;
  const hidden = [...content.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const sent = new URLSearchParams();
  for (const [, field = '', filled = ''] of hidden) sent.set(field, unescaped(filled));
  const [, name, value] = /name="([^"]*)" value="([^"]*)"/.exec(buttonIn(content, button) ?? '') ?? [];
  if (name !== undefined && value !== undefined) sent.set(name, value);
  for (const [field, filled] of Object.entries(more)) sent.set(field, filled);
  return open(new URL(action, url).href, sent);
}

function buttonIn(form: string, words: string): string | undefined {
  return [...form.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].find(([, , text = '']) =>
    plain(text).startsWith(words),
  )?.[1];
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const plain = (html: string): string =>
  unescaped(
    html
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
