import { createServer, type Server } from 'node:http';
import { App, HTTPReceiver } from '@slack/bolt';
import type { OpenSlack } from '../../../sandbox/simulators/slack/start.ts';
import { chosenView, cities, lastView, refusedView, typedView } from './gallery_views.ts';

/** A neighbour in Greenroom's place: a real Bolt app that shows every input element, on a stack of three views. */
export interface Gallery {
  /** Block id -> what the app got, of every view that was submitted. */
  readonly submitted: Record<string, unknown>;
  /** Callback ids of views it was told are closed. */
  readonly closed: string[];
  /** What was chosen in the overflow menu. */
  readonly picked: string[];
  stop(): Promise<void>;
}

export async function startGallery(slack: OpenSlack): Promise<Gallery> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret });
  const app = new App({ token: slack.botToken, receiver, clientOptions: { slackApiUrl: slack.apiUrl } });
  const gallery = { submitted: {}, closed: [], picked: [] };
  listen(app, gallery);
  const server = createServer(receiver.requestListener);
  slack.deliverTo(`${await opened(server)}/slack/events`);
  return {
    ...gallery,
    stop: async () => {
      slack.deliverTo(null);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(app: App, { submitted, closed, picked }: Omit<Gallery, 'stop'>): void {
  const keep = (values: Record<string, Record<string, object>>) =>
    Object.assign(submitted, Object.fromEntries(Object.entries(values).map(([id, { it }]) => [id, it])));
  app.command('/zoom-app', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: typedView });
  });
  app.view('typed', async ({ ack, view }) => {
    keep(view.state.values);
    await ack({ response_action: 'push', view: chosenView });
  });
  app.view('chosen', async ({ ack, view }) => {
    keep(view.state.values);
    await ack({ response_action: 'push', view: lastView });
  });
  app.view('last', async ({ ack }) => ack({ response_action: 'clear' }));
  app.view({ type: 'view_closed', callback_id: /./ }, async ({ ack, view }) => {
    closed.push(view.callback_id);
    await ack();
  });
  app.options('it', async ({ ack, payload }) => {
    const typed = payload.value.toLowerCase();
    await ack({ options: cities.filter(({ value }) => value.startsWith(typed)) });
  });
  app.action({ type: 'block_actions', action_id: 'menu' }, async ({ ack, action }) => {
    if (action.type === 'overflow') picked.push(action.selected_option.value);
    await ack();
  });
  app.action({ type: 'block_actions', action_id: 'deeper' }, async ({ ack, body, client }) => {
    await ack();
    const why = await client.views.push({ trigger_id: body.trigger_id, view: lastView }).then(
      () => 'yes',
      (error: unknown) => String(error).split(': ').at(-1) ?? '',
    );
    await client.views.update({ view_id: body.view?.id ?? '', view: refusedView(why) });
  });
}

const opened = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? `http://127.0.0.1:${address.port}` : '');
    });
  });
