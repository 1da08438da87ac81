import { describe, expect, test } from 'vitest';
import { transports, useStage } from './stage.ts';

const channel = '#zoom-integration';

describe.each(transports)('a support contact, over %s', (transport) => {
  const stage = useStage(transport, {}, { kind: 'text', text: '#help-zoom' });
  const ana = () => stage.slack.person('ana');

  test('is named in help, in App Home and in an error with its reference', async () => {
    await ana().types(channel, '/zoom-app help');
    await ana().sees(channel, 'Ask whoever runs Greenroom (#help-zoom)');
    const home = await ana().opensHome();
    await home.sees('Ask whoever runs Greenroom (#help-zoom)');
    stage.databaseGone(true);
    await ana().types(channel, '/zoom-app list');
    const shown = await ana().sees(channel, 'cannot reach its database');
    expect(shown.text()).toMatch(/tell whoever runs Greenroom \(#help-zoom\) this reference: `[0-9a-f]{8}`/);
    stage.databaseGone(false);
  });

  test('is named at the field of a form that could not be saved', async () => {
    await ana().types(channel, '/zoom-app register');
    const modal = await ana().modal('Register a Zoom app');
    await modal.fill('Name', 'Patient');
    await modal.choose('Who manages it in Zoom?', 'User-managed');
    stage.databaseGone(true);
    expect(await modal.submit()).toBe('errors');
    expect(Object.values(modal.errors()).join()).toContain('whoever runs Greenroom (#help-zoom)');
    stage.databaseGone(false);
    await modal.close();
  });
});
