import { describe, expect, test } from 'vitest';
import { acmeConnected, type MessageHandle } from '../../../../sandbox/simulators/slack/index.ts';
import { byBot, post } from '../../../../sandbox/simulators/slack/state/messages.ts';
import { openView, publishHome } from '../../../../sandbox/simulators/slack/state/views.ts';
import type { Team } from '../../../../sandbox/simulators/slack/state/workspace_state.ts';
import { newId } from '../../../../src/ids.ts';
import { actionIds } from '../../../../src/slack/action_ids.ts';
import { manifest } from '../../../../src/slack/manifest.ts';
import { callbackIds, modalActionIds } from '../../../../src/slack/views/view_ids.ts';
import { metadataOf } from '../../../../src/slack/views/view_metadata.ts';
import { registered, type Stage, transports, useStage } from '../stage.ts';

const only = 'Greenroom is only for people of Acme, and you belong to another workspace.';
const app = 'Top Secret Zoom';

describe.each(transports)('a person of another workspace in a shared channel, over %s', (transport) => {
  const stage = useStage(transport, { workspaces: [acmeConnected()] });
  const people = () => ({ ana: stage.slack.person('ana'), sam: stage.slack.person('sam') });

  /** Does something as the stranger; nothing may be read, changed or logged, whatever it is. */
  async function changesNothing(act: () => Promise<void>): Promise<void> {
    const before = [await everything(stage), stage.logLines.length];
    stage.databaseGone(true);
    try {
      await act();
    } finally {
      stage.databaseGone(false);
    }
    expect([await everything(stage), stage.logLines.length]).toEqual(before);
  }

  test('presses every button and gets an error text, each time', async () => {
    const { sam } = people();
    const values = await everyValue(stage);
    const labels = [...Object.values(actionIds), ...Object.values(modalActionIds)];
    const message = posted(stage, labels, values);
    await changesNothing(async () => {
      for (const label of labels) {
        expect(await sam.press(message, label)).toBe('acked');
        await sam.sees('#shared', only);
      }
    });
    const answers = sam.messages('#shared').filter((each) => each.ephemeral);
    expect(answers.map((each) => each.text())).toEqual(labels.map(() => only));
    expect(sam.transcript('#shared')).not.toContain(app);
  });

  test('presses every button of a modal and of a Home, and gets an error text on top of it', async () => {
    const { sam } = people();
    const values = await everyValue(stage);
    const { slackState } = stage.slack.session;
    await changesNothing(async () => {
      for (const id of [...Object.values(actionIds), ...Object.values(modalActionIds)]) {
        const blocks = buttons([id], values);
        openView(slackState, teamOf(stage), sam.id, { ...form('card', values.card), blocks }, null);
        await (await sam.modal('Form')).press(id);
        await (await sam.modal('Greenroom')).sees(only);
        await sam.topModal()?.dismiss();
      }
      publishHome(slackState, teamOf(stage), sam.id, { type: 'home', blocks: buttons(['register'], values) });
    });
  });

  test('sends and closes every form, and reads it in place of the form', async () => {
    const { sam } = people();
    const values = await everyValue(stage);
    const { slackState } = stage.slack.session;
    const states = values.states;
    await changesNothing(async () => {
      for (const callbackId of Object.values(callbackIds)) {
        for (const metadata of states) {
          openView(slackState, teamOf(stage), sam.id, form(callbackId, metadata), null);
          const modal = await sam.modal('Form');
          expect(await modal.submit()).toBe('updated');
          await modal.sees(only);
          openView(slackState, teamOf(stage), sam.id, form(callbackId, metadata), null);
          await sam.topModal()?.dismiss();
        }
      }
    });
  });

  test('types every command, and gets no list, card or form', async () => {
    const { sam } = people();
    const texts = [
      '',
      'list',
      `show ${app}`,
      'register Mine',
      `edit ${app}`,
      'check admin user:read:user:admin',
      'ping',
    ];
    await changesNothing(async () => {
      for (const command of ['/zoom-app', '/zoom-scopes', '/zoom-ready']) {
        for (const text of texts) {
          const { message } = await sam.types('#shared', `${command} ${text}`);
          expect(message?.text()).toBe(only);
        }
      }
    });
    expect(sam.topModal()).toBeNull();
  });

  test('asks every select, and is offered nothing', async () => {
    const { sam } = people();
    const values = await everyValue(stage);
    const { slackState } = stage.slack.session;
    await changesNothing(async () => {
      for (const id of Object.values(modalActionIds)) {
        const block = {
          type: 'input',
          block_id: 'pick',
          label: { type: 'plain_text', text: 'Pick' },
          element: { type: 'external_select', action_id: id, min_query_length: 0 },
        };
        openView(slackState, teamOf(stage), sam.id, { ...form('card', values.card), blocks: [block] }, null);
        expect(await (await sam.modal('Form')).suggestions('Pick', '')).toEqual([]);
        await sam.topModal()?.dismiss();
      }
    });
  });

  test('runs every shortcut, from anywhere and on a message, and reads why nothing happens', async () => {
    const { ana, sam } = people();
    const { message } = await ana.types('#shared', 'user:read:list_users:admin');
    if (message === null) throw new Error('nothing was posted');
    await changesNothing(async () => {
      for (const { name, type } of manifest().features.shortcuts) {
        const isGlobal = type === 'global';
        expect(await (isGlobal ? sam.runsShortcut(name) : sam.runsShortcutOn(message, name))).toBe('acked');
        if (isGlobal) await (await sam.modal('Greenroom')).sees(only);
        else await sam.sees('#shared', only, { after: message });
        await sam.topModal()?.dismiss();
      }
    });
    expect(sam.messages('#shared').at(-1)?.text()).toBe(only);
  });

  test('opens Home, and has one that says nothing else', async () => {
    const { sam } = people();
    await changesNothing(async () => {
      const home = await sam.opensHome();
      expect(home.text()).toBe(only);
    });
  });

  test('while people of the workspace are answered in the same channel', async () => {
    const { ana } = people();
    const values = await everyValue(stage);
    const message = posted(stage, ['show_app'], values);
    await ana.press(message, 'show_app');
    await ana.sees('#shared', app);
    expect((await ana.opensHome()).text()).toContain(app);
    expect((await ana.types('#shared', '/zoom-app list')).outcome).toBe('acked');
  });
});

function teamOf(stage: Stage): Team {
  const [team] = stage.slack.session.slackState.teams;
  if (team === undefined) throw new Error('no team');
  return team;
}

/** All that is stored, as far as a request could change it. */
async function everything({ database: { db } }: Stage): Promise<unknown> {
  const tables = await db.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(relname) as name from pg_stat_user_tables
     where schemaname in ('public', 'graphile_worker') order by 1`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db.query<{ mark: string }>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as mark from ${name} t`,
      ),
    ),
  );
  return tables.map(({ name }, i) => [name, rows[i]?.[0]?.mark]);
}

interface Values {
  readonly of: (actionId: string) => string;
  readonly card: string;
  readonly states: readonly string[];
}

/** An app with everything, a draft of Ana's, and what their buttons and forms carry. */
async function everyValue(stage: Stage): Promise<Values> {
  const by = { workspaceId: stage.slack.id, actor: stage.slack.person('ana').id };
  const found = await stage.usecases.findZoomApp({ workspaceId: by.workspaceId, text: app });
  const card = found.kind === 'found' ? found.card : await registered(stage, { name: app });
  const draft = await stage.usecases.readDraft(by);
  const draftId = draft?.id ?? newId();
  if (draft === null) await stage.usecases.saveDraft({ ...by, draftId, answers: { name: 'Half' } });
  const [appId, environmentId] = [card.app.id, card.environments[0]?.id ?? ''];
  const register = { kind: 'register', draftId } as const;
  const form = { managementType: 'admin', fields: 1, round: 0 } as const;
  const ofCard = metadataOf({ kind: 'card', appId });
  return {
    of: (actionId) => {
      if (/draft/.test(actionId)) return draftId;
      if (actionId === 'invited') return stage.slack.channelId('#shared');
      if (/_page$/.test(actionId)) return JSON.stringify({ words: '', appId });
      if (/scopes/.test(actionId)) return 'admin user:read:user:admin';
      return /app|check_now|edit/.test(actionId) ? appId : environmentId;
    },
    card: ofCard,
    states: [
      ofCard,
      metadataOf({ ...register, step: 'basics' }),
      metadataOf({ ...register, step: 'scopes', form }),
      metadataOf({ ...register, step: 'review', name: app }),
      metadataOf({ kind: 'edit_scopes', appId, version: 1, form }),
      metadataOf({ kind: 'not_ready', environmentId, environment: 'development' }),
      metadataOf({ kind: 'plan', managementType: 'admin', appId }),
    ],
  };
}

function buttons(ids: readonly string[], values: Values) {
  return ids.map((id) => ({
    type: 'actions',
    block_id: `of ${id}`,
    elements: [
      {
        type: 'button',
        action_id: id,
        text: { type: 'plain_text', text: id },
        value: values.of(id) === '' ? 'none' : values.of(id),
      },
    ],
  }));
}

/** A message of Greenroom's in the shared channel, with every button there is. */
function posted(stage: Stage, ids: readonly string[], values: Values): MessageHandle {
  const { slackState } = stage.slack.session;
  const team = teamOf(stage);
  const channel = team.channels.find(({ name }) => name === 'shared');
  if (channel === undefined) throw new Error('no shared channel');
  const { ts } = post(slackState, team, channel, {
    author: byBot(team),
    text: 'Buttons',
    blocks: buttons(ids, values),
  });
  const handle = stage.slack
    .person('ana')
    .messages('#shared')
    .find((each) => each.ts === ts);
  if (handle === undefined) throw new Error('no message');
  return handle;
}

function form(callbackId: string, metadata: string) {
  const label = { type: 'plain_text', text: 'Anything' };
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: metadata,
    title: { type: 'plain_text', text: 'Form' },
    submit: { type: 'plain_text', text: 'Send' },
    notify_on_close: true,
    blocks: [
      {
        type: 'input',
        block_id: 'name',
        optional: true,
        label,
        element: { type: 'plain_text_input', action_id: 'name' },
      },
    ],
  };
}
