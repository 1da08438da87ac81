import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { LogEntry, Modal, Person } from '../../../sandbox/simulators/slack/index.ts';
import { type StackOneSandbox, startStackOne } from '../../../sandbox/simulators/stackone/index.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { registered, type Stage, type Transport, useStage } from './stage.ts';

export const channel = '#zoom-integration';

/** The stage with a simulated StackOne, and for each test a new app of Ana's and Ben's whose environment has a profile. */
export interface ProofStage {
  readonly stage: Stage;
  readonly stackone: () => StackOneSandbox;
  readonly app: () => { readonly name: string; readonly profileId: string };
  person(name: string): Person;
  /** The form, as opened by `/zoom-app prove`. */
  opens(name?: string): Promise<Modal>;
  /** The form, submitted. */
  asks(name?: string): Promise<Modal>;
  /** The modal with the link. */
  getsLink(name?: string): Promise<Modal>;
  /** The connect session that StackOne made last. */
  session(): ReturnType<StackOneSandbox['connectSessions']>[number];
  /** The poll that is due some seconds later comes now. */
  polls(): Promise<void>;
  /** Greenroom reads StackOne's list of profiles now. */
  readsProfiles(): Promise<void>;
  /** Requests and acknowledgements of Greenroom to Slack that hold this. */
  sent(words: string): readonly LogEntry[];
}

export function useProofStage(transport: Transport): ProofStage {
  let simulator: StackOneSandbox | null = null;
  let app = { name: '', profileId: '' };
  let apps = 0;
  const stackone = () => {
    if (simulator === null) throw new Error('the stage is not set');
    return simulator;
  };
  beforeAll(async () => {
    simulator = await startStackOne();
  });
  const stage = useStage(transport, {}, null, () => ({
    apiUrl: stackone().url,
    apiKey: new Secret(stackone().apiKey),
  }));
  afterAll(() => stackone().close());
  const workspaceId = () => stage.slack.id;
  const person = (name: string) => stage.slack.person(name);
  const readsProfiles = () => stage.usecases.pollStackone({ workspaceId: workspaceId(), force: true });
  beforeEach(async () => {
    await person('ana').topModal()?.dismiss();
    stackone().clearFaults();
    stackone().addKey(stackone().apiKey, ['platform:read', 'platform:write']);
    // A key that was refused is not tried again for a while.
    await stage.database.db.query('delete from stackone_poll');
    app = await appWithProfile(stage, stackone(), `Tide ${++apps}`, readsProfiles);
  });
  const opens = async (name = 'ana') => {
    await person(name).types(channel, `/zoom-app prove ${app.name}`);
    return person(name).modal('Prove it works');
  };
  const asks = async (name = 'ana') => {
    const modal = await opens(name);
    await modal.submit();
    return modal;
  };
  return {
    ...{ stage, stackone, app: () => app, person, opens, asks, readsProfiles },
    async getsLink(name) {
      const modal = await asks(name);
      await modal.sees('The link is for');
      return modal;
    },
    session() {
      const last = stackone().connectSessions().at(-1);
      if (last === undefined) throw new Error('nobody asked StackOne for a link');
      return last;
    },
    async polls() {
      await stage.database.db.query(
        "update connect_session set next_poll_at = now() - interval '1 second' where next_poll_at is not null",
      );
      await stage.usecases.pollConnectSessions({ workspaceId: workspaceId() });
    },
    sent: (words) =>
      stage.slack.inspector
        .entries()
        .filter(({ direction, request, reply }) =>
          JSON.stringify(direction === 'from_app' ? request : (reply ?? null)).includes(words),
        ),
  };
}

async function appWithProfile(
  stage: Stage,
  stackone: StackOneSandbox,
  name: string,
  readsProfiles: () => Promise<void>,
): Promise<{ name: string; profileId: string }> {
  const { app } = await registered(stage, { name });
  await readsProfiles();
  const { id: profileId } = stackone.createProfile({ name });
  await readsProfiles();
  const [ana, ben] = [stage.slack.person('ana').id, stage.slack.person('ben').id];
  const by = { workspaceId: stage.slack.id, actor: ana, appId: app.id };
  const edited = await stage.usecases.editZoomApp({
    ...by,
    version: app.version,
    changes: { owners: [ana, ben] },
  });
  if (!edited.ok) throw new Error('Ben could not be made an owner');
  return { name, profileId };
}
