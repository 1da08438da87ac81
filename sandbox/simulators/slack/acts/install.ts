import { consent } from '../api/methods/install.ts';
import type { SlackState, Team } from '../state/workspace_state.ts';

/** Adding the app to a workspace through its own install page. */

const LINK = /href="([^"]*)"/g;

/** Where the page's "Add to Slack" leads: a redirect, or the link on it. */
async function authorizeUrl(page: Response): Promise<URL | null> {
  const links = [...(await page.text()).matchAll(LINK)].map(([, address = '']) => address);
  const onPage = links.find((address) => address.includes('/oauth/v2/authorize'));
  const link = page.headers.get('location') ?? onPage;
  return link === undefined ? null : new URL(link.replaceAll('&amp;', '&'));
}

const cookiesOf = (page: Response): string =>
  page.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** Visits the install page, allows, and follows Slack back to the app. The app's last page: status and text. */
export async function installFrom(
  slackState: SlackState,
  team: Team,
  userId: string,
  installUrl: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const page = await fetch(installUrl, { redirect: 'manual' });
  const cookie = cookiesOf(page);
  const target = await authorizeUrl(page);
  if (target === null) return { status: page.status, text: 'the install page has no way to Slack' };
  const back = consent(slackState, team, userId, target.searchParams);
  if (back === null) return { status: 400, text: 'Slack does not know this client id or redirect address' };
  const last = await fetch(back, { headers: { cookie }, redirect: 'manual' });
  return { status: last.status, text: await last.text() };
}
