import { escapeHtml, htmlForm, htmlPage } from '../../html_page.ts';
import type { RegisteredApp } from '../apps.ts';
import type { ConsentRefusal } from './refusals.ts';
import { type Signer, signers } from './signers.ts';

type Fields = Readonly<Record<string, string>>;

const page = (title: string, body: string): string =>
  htmlPage({ service: 'Zoom', accent: '#0b5cff', title, body });

export function refusalPage({ words }: ConsentRefusal): string {
  return page(
    'This app cannot be authorized',
    `<p class="said">${escapeHtml(words)}</p><p class="quiet">You can close this page.</p>`,
  );
}

export function signInPage(fields: Fields, app: RegisteredApp): string {
  const people = signers.map(
    ({ id, name, about }) =>
      `<button name="signer" value="${id}">${escapeHtml(name)}<small>${escapeHtml(about)}</small></button>`,
  );
  const approval =
    '<label><input type="checkbox" name="approval" value="needed"> <span>Apps need approval in this account first</span></label>';
  return page(
    'Sign in',
    `<p>to go on to <b>${escapeHtml(app.name)}</b>. Who are you?</p>${htmlForm('signin', fields, approval + people.join(''))}`,
  );
}

export function consentPage(
  fields: Fields,
  app: RegisteredApp,
  signer: Signer,
  scopes: readonly string[],
): string {
  const asked = scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`);
  const buttons =
    '<button class="main" name="answer" value="allow">Allow</button><button class="other" name="answer" value="decline">Decline</button>';
  return page(
    `${app.name} asks for access`,
    `<p>You are ${escapeHtml(signer.name)}: ${escapeHtml(signer.about)}.</p><p>It will be able to use:</p><ul>${asked.join('')}</ul>${htmlForm('consent', { ...fields, signer: signer.id }, buttons)}`,
  );
}
