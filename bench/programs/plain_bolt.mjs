import bolt from '@slack/bolt';

// Bolt as its own guide shows it: HTTPReceiver, token, signing secret. Acknowledges only; with ANSWERS it also sends the
// very answers that Greenroom sends, without having to think of them.
const { PORT, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, ANSWERS } = process.env;
const answers = JSON.parse(ANSWERS ?? '{}');

const app = new bolt.App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});

app.command('/zoom-app', async ({ ack, command, client, respond }) => {
  await ack();
  const answer = answers[command.text];
  if (answer?.view) await client.views.open({ trigger_id: command.trigger_id, view: answer.view });
  if (answer?.message) await respond(answer.message);
});

await app.start(Number(PORT));
