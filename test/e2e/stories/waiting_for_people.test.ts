import { beforeAll, describe, expect, test } from 'vitest';
import { once } from '../once.ts';
import { asks, card, channel, makesReady, next, registers } from '../play.ts';
import { transports, useStage } from '../stage.ts';

/** A Zoom that does not say what is right, and a Greenroom that asks again after a second instead of a day. */
describe.each(transports)('waiting for people over %s', (transport) => {
  const stage = useStage(transport, { env: { REMIND_AFTER: '1s' } });
  const [ana, zoe] = [() => stage.person('ana'), () => stage.person('zoe')];
  beforeAll(() => stage.simulators.zoom.checksCodeFirst(true));

  const doubtful = once(async () => {
    await registers(stage, ana(), { name: 'Doubtful' });
    await zoe().press(
      await card(ana(), 'Doubtful', 'that alone does not prove it'),
      'I checked them in Zoom',
    );
    await card(ana(), 'Doubtful', /Development: Testing/);
  });
  const ready = once(async () => {
    await registers(stage, ana(), { name: 'Ready Once' });
    await zoe().press(
      await card(ana(), 'Ready Once', 'that alone does not prove it'),
      'I checked them in Zoom',
    );
    await makesReady(zoe(), 'Ready Once');
  });

  test('where Zoom accepts even a wrong secret, an accepted pair counts only when a person has compared it', async () => {
    await registers(stage, ana(), { name: 'Unproven' });
    const status = await card(
      ana(),
      'Unproven',
      'Zoom did not refuse this pair, and that alone does not prove it.',
    );
    expect(status.text()).toContain('Development: Credentials');
    expect(status.text()).toMatch(/Next, for a Zoom admin:\* Zoom gave no clear answer about this pair\./);
    expect(status.buttons()).toContain('Replace the secret');
    const { pairs } = await registers(stage, ana(), { name: 'Also Unproven' });
    await card(ana(), 'Also Unproven', 'that alone does not prove it');
    const wrong = stage.simulators.zoom.requests
      .all()
      .filter(({ notes }) => notes.client_id === pairs.Development.clientId);
    expect(wrong, 'the altered secret is tried once per workspace').toHaveLength(1);

    await zoe().press(status, 'I checked them in Zoom');
    await card(ana(), 'Unproven', /Development: Testing.*Passed:[^·\n]*credentials.*1 said by a person/);
    await ana().sees(
      channel,
      '@Zoë compared the client ID and secret with those in Zoom and said that they are right',
    );
    const pong = await asks(ana(), '/zoom-app ping', 'is here');
    expect(pong.text()).toContain('its answers do not prove credentials, so people confirm them');
  });

  test('who says "not ready yet" is asked again later, until it is ready', async () => {
    await doubtful();
    const status = await card(zoe(), 'Doubtful', 'Not ready yet');
    await zoe().press(status, 'Not ready yet');
    const modal = await zoe().modal('Not ready yet');
    await modal.tick('Missing', ['Links']);
    await modal.fill('Something else?', 'The logo has the wrong size');
    await modal.submit();
    await modal.sees('Noted on the card: that is the next thing to do. Greenroom asks again');
    await modal.close();
    await card(
      ana(),
      'Doubtful',
      /Local Test does not show Ready yet. Missing: links \(privacy policy, terms, support\). Note: “The logo has the wrong size”\. Said by @Zoë/,
    );
    const asked = await ana().sees(
      channel,
      '@Ana: does Local Test of *Doubtful* (Development) show "Ready for local test" by now? Missing then: links',
    );
    expect(asked.threadTs).toBe(status.ts);

    // What was said last time is ticked already.
    await zoe().press(status, 'Not ready yet');
    const again = await zoe().modal('Not ready yet');
    expect(again.value('Missing')).toEqual(['Links (privacy policy, terms, support)']);
    expect(again.value('Something else?')).toBe('The logo has the wrong size');
    await again.untick('Missing', ['Links']);
    await again.fill('Something else?', '');
    await again.tick('Missing', ['Company name']);
    await again.submit();
    await again.dismiss();
    await ana().sees(channel, /does Local Test.*Missing then: company name/, { after: asked });

    await makesReady(zoe(), 'Doubtful');
    await card(ana(), 'Doubtful', /Development: Profile.*Passed:[^·\n]*Zoom test status/);
    const waiting = await stage.database.db.query('select 1 from environment where ask_again_at is not null');
    expect(waiting).toEqual([]);
  });

  test('a test that stops being ready is a regression, announced in the channel', async () => {
    await ready();
    stage.simulators.stackone.createProfile({ name: 'Ready Once' });
    await card(ana(), 'Ready Once', 'Development: Live');
    const mine = await asks(ana(), '/zoom-app show Ready Once', 'Only you can see this');
    await ana().press(mine, 'Not ready any more');
    const modal = await ana().modal('Not ready yet');
    await modal.tick('Missing', ['Developer contact']);
    await next(modal, 'Noted on the card');
    await modal.close();
    const notification = await zoe().sees(channel, /Something broke\n.*Zoom test status\* of \*Ready Once\*/);
    expect(notification.text()).toContain('Nobody can add the app to an account in Zoom.');
    const status = await card(
      zoe(),
      'Ready Once',
      /Development: Degraded.*Zoom test status: failed.*Said by @Ana/,
    );
    await zoe().press(status, 'It says Ready');
    await zoe().sees(channel, 'Repaired.* *Zoom test status* of *Ready Once* (Development) passes again.');
  });
});
