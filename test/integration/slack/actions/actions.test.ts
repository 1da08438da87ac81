import { beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../../harness/until.ts';
import { registered, transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';

describe.each(transports)('buttons over %s', (transport) => {
  const stage = useStage(transport);
  const person = (name: string) => stage.slack.person(name);
  const showsCard = async (name: string, app: string) => {
    await person(name).types(channel, `/zoom-app show ${app}`);
    return person(name).sees(channel, new RegExp(`${app}.*Only you can see this`, 's'));
  };

  beforeAll(async () => {
    await registered(stage, { name: 'Acme' });
    await registered(stage, { name: 'Bens', owner: 'ben' });
  });

  test('anyone may say what only a person can see; the card that shows it is drawn anew, a double click is one', async () => {
    const card = await showsCard('zoe', 'Acme');
    const acks = await person('zoe').pressTwice(card, 'It is set');
    expect(acks).toEqual(['acked', 'acked']);
    const drawn = await person('zoe').sees(channel, /Passed:[^·\n]*redirect URL/);
    expect(person('zoe').messages(channel)).toHaveLength(1);
    await person('zoe').press(drawn, 'Details');
    const details = await person('zoe').modal('Details');
    await details.sees(/Redirect URL: passed.*Said by @Zoë/);
    await details.close();
  });

  test('the details open in front of the card, however old it is; a double click is one, and nothing is posted', async () => {
    const card = await showsCard('zoe', 'Acme');
    const posted = person('zoe').messages(channel).length;
    const opened = () => stage.slack.inspector.calls('views.open').length;
    const before = opened();
    expect(await person('zoe').pressTwice(card, 'Details')).toEqual(['acked', 'acked']);
    // The later one takes the place of whatever is open then.
    await until(() => opened() === before + 2);
    const details = await person('zoe').modal('Details');
    await details.sees(/Checks of Development of Acme.*Scopes: passed.*Linked account/s);
    await details.close();
    expect(person('zoe').topModal()).toBeNull();
    expect(person('zoe').messages(channel)).toHaveLength(posted);
  });

  test('"Not ready yet" names what is missing, and needs at least something', async () => {
    const card = await showsCard('zoe', 'Bens');
    await person('zoe').press(card, 'Not ready yet');
    const modal = await person('zoe').modal('Not ready yet');
    expect(modal.options('Missing')).toHaveLength(10);
    expect(await modal.submit()).toBe('errors');
    await modal.tick('Missing', ['Short description']);
    await modal.fill('Something else?', 'Zoom wants a logo');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('asks again');
    await modal.close();
    await person('zoe').types(channel, '/zoom-app show Bens');
    await person('zoe').sees(channel, /short description/i);
  });

  test('the guide opens; owners-only buttons say whom to ask', async () => {
    const card = await showsCard('zoe', 'Acme');
    await person('zoe').press(card, 'Show me how');
    const guide = await person('zoe').modal('How to get it live');
    await guide.sees('In StackOne');
    await guide.close();
    await person('zoe').press(card, 'Edit scopes');
    await person('zoe').sees(channel, /Only owners.*Ana/s);
    await person('zoe').press(card, 'Check now');
    await person('zoe').sees(channel, 'Looking at everything');
  });

  test('on App Home the card opens as a modal, and its buttons draw that anew', async () => {
    const home = await person('ana').opensHome();
    await home.sees('Acme');
    await home.press('Show', { near: /Acme/ });
    const modal = await person('ana').modal('Status');
    await modal.press('It says Ready');
    await modal.sees(/Passed:[^·\n]*Zoom test status/);
    await modal.press('Details');
    const details = await person('ana').modal('Details');
    await details.sees(/Zoom test status: passed.*Ana/);
    await details.close();
    await modal.press('Edit');
    const edit = await person('ana').modal('Edit a Zoom app');
    await edit.close();
    await modal.close();
  });

  test('a draft is resumed and thrown away on App Home', async () => {
    const home = await person('ana').opensHome();
    await home.press('Register a Zoom app');
    const modal = await person('ana').modal('Register a Zoom app');
    await modal.fill('Name', 'From Home');
    await modal.choose('Who manages it in Zoom?', 'User-managed');
    await modal.pickChannel('Channel', channel);
    await modal.submit();
    await modal.sees('Step 2 of 4');
    await modal.dismiss();

    const again = await person('ana').opensHome();
    await again.sees('From Home');
    await again.press('Resume');
    const resumed = await person('ana').modal('Register a Zoom app');
    await resumed.sees('Step 2 of 4');
    await resumed.dismiss();
  });
});
