import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { CannotDo } from '../../../../sandbox/simulators/slack/index.ts';
import { checkboxes, input, modal, option, text } from '../../../unit/sandbox/slack/support/views.ts';
import { type Recipe, type Stage, stage, TRANSPORTS } from './support/small_app.ts';

let here: Stage | null = null;
afterEach(async () => {
  await here?.stop();
  here = null;
});

const NAME = input('name', 'Name', { type: 'plain_text_input', action_id: 'v', max_length: 20 });
const TYPE = input('type', 'Management type', {
  type: 'static_select',
  action_id: 'v',
  options: [option('Admin-managed', 'admin'), option('User-managed', 'user')],
});
const SCOPES = input('scopes', 'Find scopes', {
  type: 'multi_external_select',
  action_id: 'find',
  min_query_length: 2,
  max_selected_items: 2,
});
const ENVIRONMENTS = input('environments', 'Environments', checkboxes('v', ['Development', 'Production']));
const OWNERS = input('owners', 'Owners', { type: 'multi_users_select', action_id: 'v' }, { optional: true });
const CHANNEL = input(
  'channel',
  'Channel',
  {
    type: 'conversations_select',
    action_id: 'v',
    default_to_current_conversation: true,
    response_url_enabled: true,
  },
  { optional: true },
);
const NOTE = input('note', 'Note', { type: 'plain_text_input', action_id: 'v' }, { optional: true });
const BACK = {
  type: 'actions',
  block_id: 'nav',
  elements: [{ type: 'button', action_id: 'back', text: text('Back'), value: 'b' }],
};
const FORM = modal('Register', [NAME, TYPE, ENVIRONMENTS, NOTE]);

/** `/zoom-app` opens this view. */
const opens = (app: App, view: typeof FORM) =>
  app.command('/zoom-app', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view });
  });

describe.each(TRANSPORTS)('a modal over %s', (transport) => {
  const start = async (listen: Recipe['listen'], slack: Recipe['slack'] = {}) => {
    here = await stage({ transport, slack, listen });
    return { ...here, ana: here.slack.person('ana') };
  };
  const opened = async (listen: Recipe['listen'], slack: Recipe['slack'] = {}) => {
    const stageNow = await start(listen, slack);
    await stageNow.ana.types('#zoom-integration', '/zoom-app register');
    return { ...stageNow, form: await stageNow.ana.modal() };
  };

  it('is filled in and submitted with every value, unselected ones as null', async () => {
    const { slack, form } = await opened((app) => {
      opens(app, FORM);
      app.view('form', async ({ ack }) => ack());
    });
    await form.fill('Name', 'Acme Zoom');
    await form.choose('Management type', 'Admin-managed');
    await form.tick('Environments', ['Development', 'Production']);
    await form.untick('Environments', ['Development']);
    expect(form.text()).toContain('Name: Acme Zoom');
    expect(await form.submit()).toBe('closed');
    expect(form.isOpen()).toBe(false);
    expect(slack.inspector.deliveries('view_submission')[0]?.request).toMatchObject({
      view: {
        callback_id: 'form',
        state: {
          values: {
            name: { v: { type: 'plain_text_input', value: 'Acme Zoom' } },
            type: { v: { type: 'static_select', selected_option: { value: 'admin' } } },
            environments: { v: { type: 'checkboxes', selected_options: [{ value: 'Production' }] } },
            note: { v: { type: 'plain_text_input', value: null } },
          },
        },
      },
    });
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('stays open with the errors of the app beside their fields', async () => {
    const { slack, form } = await opened((app) => {
      opens(app, modal('Register', [NAME]));
      app.view('form', async ({ ack, view }) =>
        view.state.values.name?.v?.value === 'Taken'
          ? ack({ response_action: 'errors', errors: { name: 'That name is taken' } })
          : ack(),
      );
    });
    await form.fill('Name', 'Taken');
    expect(await form.submit()).toBe('errors');
    expect(form.errors()).toEqual({ Name: 'That name is taken' });
    expect(form.text()).toContain('! That name is taken');
    await form.fill('Name', 'Free');
    expect(await form.submit()).toBe('closed');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('refuses errors at a block that is no input, and shows Slack’s trouble', async () => {
    const { slack, form } = await opened((app) => {
      opens(app, modal('Register', [NAME, BACK]));
      app.view('form', async ({ ack }) => ack({ response_action: 'errors', errors: { nav: 'no' } }));
    });
    await form.fill('Name', 'x');
    expect(await form.submit()).toBe('timeout');
    expect(form.trouble()).toBe('We had some trouble connecting. Try again?');
    expect(slack.inspector.violations().length).toBeGreaterThan(0);
  });

  it('is updated in place, then updated again once slow work is done', async () => {
    const { slack, form } = await opened((app) => {
      opens(app, modal('Register', [NAME]));
      app.view('form', async ({ ack, client, body }) => {
        await ack({ response_action: 'update', view: modal('Checking', [text2('Asking Zoom')], null) });
        await client.views.update({ view_id: body.view.id, view: modal('Done', [text2('Ready')], null) });
      });
    });
    await form.fill('Name', 'x');
    expect(await form.submit()).toBe('updated');
    await form.sees('Ready');
    expect(form.title()).toBe('Done');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('can be pushed onto twice, and not a third time', async () => {
    const { slack, form, ana, errors } = await opened((app) => {
      opens(app, modal('One', [BACK], null));
      app.action('back', async ({ ack, client, body }) => {
        await ack();
        if (!('trigger_id' in body)) return;
        await client.views.push({ trigger_id: body.trigger_id, view: modal('More', [BACK], null) });
      });
    });
    await form.press('Back');
    const second = await ana.modal('More');
    await second.press('Back');
    await expect.poll(() => ana.topModal()?.viewId === second.viewId).toBe(false);
    await ana.topModal()?.press('Back');
    await expect
      .poll(() => errors.map((e) => e.message))
      .toEqual([expect.stringContaining('push_limit_reached')]);
    await expect(form.press('Back')).rejects.toThrow('lies under another one');
    await ana.topModal()?.close();
    expect(ana.topModal()?.viewId).toBe(second.viewId);
    expect(slack.inspector.violations().map((v) => v.code)).toEqual(['push_limit_reached']);
  });

  it('is pushed by a submission and cleared by the next', async () => {
    const { form, ana } = await opened((app) => {
      opens(app, modal('One', [NAME]));
      app.view('form', async ({ ack, view }) =>
        view.title.text === 'One'
          ? ack({ response_action: 'push', view: modal('Two', [NAME]) })
          : ack({ response_action: 'clear' }),
      );
    });
    await form.fill('Name', 'x');
    expect(await form.submit()).toBe('pushed');
    const two = await ana.modal('Two');
    await two.fill('Name', 'y');
    expect(await two.submit()).toBe('closed');
    expect(ana.topModal()).toBeNull();
  });

  it('offers in an external select what the app suggests, in groups, and nothing else', async () => {
    const { slack, form } = await opened((app) => {
      opens(app, modal('Scopes', [SCOPES]));
      app.options('find', async ({ ack, options }) => {
        const all = [
          'meeting:read:meeting:admin',
          'meeting:read:list_meetings:admin',
          'user:read:user:admin',
        ];
        const found = all.filter((scope) => scope.includes(options.value));
        const offered = found.map((scope) => option(scope, scope));
        await (found.length === 0
          ? ack({ options: [] })
          : ack({ option_groups: [{ label: text('Granular'), options: offered }] }));
      });
      app.view('form', async ({ ack }) => ack());
    });
    expect(await form.suggestions('Find scopes', 'm')).toEqual([]);
    expect(slack.inspector.deliveries('block_suggestion')).toEqual([]);
    expect((await form.suggestions('Find scopes', 'meeting')).map((s) => [s.group, s.text])).toEqual([
      ['Granular', 'meeting:read:meeting:admin'],
      ['Granular', 'meeting:read:list_meetings:admin'],
    ]);
    await form.pick('Find scopes', ['meeting:read:meeting:admin']);
    await form.pick('Find scopes', ['user:read:user:admin'], { typing: 'user' });
    expect(form.value('Find scopes')).toEqual(['meeting:read:meeting:admin', 'user:read:user:admin']);
    await expect(form.pick('Find scopes', ['phone:read'])).rejects.toThrow('There is no option');
    await expect(form.pick('Find scopes', ['meeting:read:list_meetings:admin'])).rejects.toThrow('at most 2');
    await form.unpick('Find scopes', ['user:read:user:admin']);
    expect(await form.submit()).toBe('closed');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('takes people and channels, starts with the channel it was opened from, and gives its response_url', async () => {
    const { slack, form, ana } = await opened((app) => {
      opens(app, modal('Watch', [OWNERS, CHANNEL]));
      app.view('form', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'Watching', response_type: 'in_channel' });
      });
    });
    expect(form.value('Channel')).toBe('#zoom-integration');
    await form.pickUsers('Owners', ['ana', 'zoe']);
    expect(form.value('Owners')).toEqual(['@Ana', '@Zoë']);
    await form.pickChannel('Channel', '#general');
    await expect(form.pickChannel('Channel', '#old-zoom')).rejects.toThrow(CannotDo);
    expect(await form.submit()).toBe('closed');
    await ana.sees('#general', 'Watching');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('keeps what was typed through an update where block and action ids stay', async () => {
    const { form } = await opened((app) => {
      opens(app, modal('Form', [NAME, NOTE, BACK], 'Save'));
      app.action('back', async ({ ack, client, body }) => {
        await ack();
        if (!('view' in body) || body.view === undefined) return;
        const other = { ...NOTE, block_id: 'note2' };
        await client.views.update({ view_id: body.view.id, view: modal('Again', [NAME, other], 'Save') });
      });
    });
    await form.fill('Name', 'kept');
    await form.fill('Note', 'lost');
    expect(await form.press('Back')).toBe('acked');
    await form.sees('Again');
    expect(form.value('Name')).toBe('kept');
    expect(form.value('Note')).toBeNull();
  });

  it('loses the race with hash_conflict when it changed in between', async () => {
    const { slack, form, errors } = await opened((app) => {
      opens(app, modal('One', [BACK], null));
      app.action('back', async ({ ack, client, body }) => {
        await ack();
        if (!('view' in body) || body.view === undefined) return;
        const { id: view_id, hash } = body.view;
        await client.views.update({ view_id, hash, view: modal('First', [BACK], null) });
        await client.views.update({ view_id, hash, view: modal('Second', [BACK], null) });
      });
    });
    await form.press('Back');
    await expect.poll(() => errors.map((e) => e.message)).toEqual([expect.stringContaining('hash_conflict')]);
    expect(form.title()).toBe('First');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('cannot be opened with a trigger older than three seconds, used before, or made up', async () => {
    const codes: string[] = [];
    const { slack, ana } = await start((app) => {
      app.command('/zoom-app', async ({ ack, client, body }) => {
        await ack();
        const open = (trigger_id: string) =>
          client.views.open({ trigger_id, view: FORM }).catch((error: Error) => codes.push(error.message));
        if (body.text === 'late') slack.advance(3001);
        await open(body.trigger_id);
        await open(body.trigger_id);
        await open('1.2.3');
        codes.push('done');
      });
    });
    await ana.types('#general', '/zoom-app late');
    await expect.poll(() => codes.length).toBe(4);
    expect(codes.slice(0, 3).map((code) => /(\w+_trigger_id)/.exec(code)?.[1])).toEqual([
      'expired_trigger_id',
      'expired_trigger_id',
      'invalid_trigger_id',
    ]);
    codes.length = 0;
    await ana.types('#general', '/zoom-app now');
    await expect.poll(() => codes.length).toBe(3);
    expect(codes[0]).toContain('exchanged_trigger_id');
    expect(slack.inspector.violations()).toHaveLength(5);
  });

  it('that is refused says which field is wrong', async () => {
    const { slack, ana, errors } = await start((app) => {
      opens(app, modal('A title much too long for a modal', [NAME]));
    });
    await ana.types('#general', '/zoom-app');
    await expect.poll(() => errors.length).toBe(1);
    const [call] = slack.inspector.calls('views.open');
    expect(call?.reply).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: [expect.stringContaining('[json-pointer:/view/title/text]')] },
    });
    expect(slack.inspector.violations()).toMatchObject([{ kind: 'views.open', pointer: '/view/title/text' }]);
  });

  it('that is not acknowledged shows Slack’s trouble and stays', async () => {
    const { slack, form } = await opened(
      (app) => {
        opens(app, modal('Register', [NAME]));
        app.view('form', async () => {});
      },
      { limits: { ackMs: 150 } },
    );
    await form.fill('Name', 'x');
    expect(await form.submit()).toBe('timeout');
    expect(form.text()).toContain('! We had some trouble connecting. Try again?');
    expect(form.isOpen()).toBe(true);
    expect(slack.inspector.violations()).toMatchObject([
      { code: 'not_acknowledged', kind: 'view_submission' },
    ]);
  });

  it('sends view_closed, if the app asked for it', async () => {
    const { slack, form } = await opened((app) => {
      opens(app, { ...FORM, notify_on_close: true });
      app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => ack());
    });
    await form.close();
    expect(slack.inspector.deliveries('view_closed')[0]?.request).toMatchObject({ is_cleared: false });
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('is not sent by Slack’s client while something is missing or wrong', async () => {
    const { slack, form } = await opened((app) => {
      opens(app, FORM);
    });
    await expect(form.submit()).rejects.toThrow(
      '"Name" must be filled in; "Management type" must be filled in',
    );
    await expect(form.fill('Name', 'x'.repeat(21))).rejects.toThrow('at most 20 characters');
    await expect(form.choose('Management type', 'Nobody')).rejects.toThrow('There is no option "Nobody"');
    await expect(form.press('Delete')).rejects.toThrow('There is no button "Delete"');
    await expect(form.fill('Colour', 'red')).rejects.toThrow('There is no field "Colour"');
    expect(slack.inspector.deliveries('view_submission')).toEqual([]);
  });

  it('dispatches an input that asks for it', async () => {
    const { slack, form } = await opened((app) => {
      opens(app, modal('Form', [input('type', 'Management type', TYPE.element, { dispatch_action: true })]));
      app.action('v', async ({ ack }) => ack());
    });
    await form.choose('Management type', 'User-managed');
    expect(slack.inspector.deliveries('block_actions')[0]?.request).toMatchObject({
      container: { type: 'view', view_id: form.viewId },
      view: { state: { values: { type: { v: { selected_option: { value: 'user' } } } } } },
      actions: [{ type: 'static_select', block_id: 'type', selected_option: { value: 'user' } }],
    });
    expect(slack.inspector.violations()).toEqual([]);
  });
});

function text2(words: string) {
  return { type: 'section', text: { type: 'mrkdwn', text: words } };
}
