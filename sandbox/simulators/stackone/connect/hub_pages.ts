import { escapeHtml, htmlForm, htmlPage } from '../../html_page.ts';
import type { AttemptResult, ConnectSessionRow } from './sessions.ts';

const page = (title: string, body: string): string =>
  htmlPage({ service: 'StackOne', accent: '#05875a', title, body });

export function hubPage(session: ConnectSessionRow): string {
  const { token, origin_owner_name: owner, label, type, account_id: accountId } = session;
  const facts = [
    `For <b>${escapeHtml(owner)}</b>`,
    ...(label === undefined ? [] : [`Label: ${escapeHtml(label)}`]),
    type === 'test' ? 'A test account' : 'A production account',
  ];
  const title = accountId === undefined ? 'Connect Zoom' : 'Connect Zoom again';
  const list = facts.map((fact) => `<li>${fact}</li>`).join('');
  const go = htmlForm('start', { token }, '<button class="main">Go on to Zoom</button>');
  return page(
    title,
    `<ul>${list}</ul>${go}${htmlForm('cancel', { token }, '<button class="other">Cancel</button>')}`,
  );
}

export const expiredPage = (): string =>
  page('This link has expired', '<p>Ask for a new one where you got it.</p>');

export const unknownPage = (): string =>
  page('This link is not valid', '<p>Ask for a new one where you got it.</p>');

export const endedPage = (words: string): string =>
  page('Not connected', `<p>${escapeHtml(words)}</p><p class="quiet">You can close this page.</p>`);

export function resultPage({ status, errorCode = '', errorDescription = '' }: AttemptResult): string {
  if (status === 'authenticated')
    return page('Zoom is connected', '<p>You can close this page and go back to Slack.</p>');
  const words = [errorCode, errorDescription].filter((text) => text !== '').join(': ');
  return page(
    'Not connected',
    `<p class="said">${escapeHtml(words)}</p><p class="quiet">You can close this page and go back to Slack.</p>`,
  );
}
