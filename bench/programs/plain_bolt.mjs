import bolt from '@slack/bolt';

// Bolt as its own guide shows it: HTTPReceiver, token, signing secret. Acknowledges only; with ANSWERS it also sends the
// very answers that Greenroom sends, without having to think of them. A type-ahead is answered with a constant.
const { PORT, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, ANSWERS, SUGGESTIONS } = process.env;
const answers = JSON.parse(ANSWERS ?? '{}');
const suggestions = JSON.parse(SUGGESTIONS ?? '{"options":[]}');

const app = new bolt.App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});

app.command('/zoom-app', async ({ ack, command, client, respond }) => {
  const answer = answers[command.text.split(' ', 1)[0]];
  await ack(answer?.acknowledgement);
  if (answer?.view) await client.views.open({ trigger_id: command.trigger_id, view: answer.view });
  if (answer?.message) await respond(answer.message);
});

app.options('pick_scopes', async ({ ack }) => {
  await ack(suggestions);
});

await app.start(Number(PORT));
