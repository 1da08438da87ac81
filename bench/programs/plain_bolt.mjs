import { readFileSync } from 'node:fs';
import bolt from '@slack/bolt';

// Bolt as its own guide shows it: HTTPReceiver, token, signing secret. Acknowledges only; with ANSWERS_FILE it also sends
// what stands there for the text that was typed (`{ acknowledgement }`, `{ view }` or `{ message }`): the very bytes that
// Greenroom sends, without having to think of them.
const { PORT, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, ANSWERS_FILE } = process.env;
const answers = ANSWERS_FILE === undefined ? {} : JSON.parse(readFileSync(ANSWERS_FILE, 'utf8'));

const app = new bolt.App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});

app.command('/zoom-app', async ({ ack, command, client, respond }) => {
  const answer = answers[command.text];
  await ack(answer?.acknowledgement);
  if (answer?.view) await client.views.open({ trigger_id: command.trigger_id, view: answer.view });
  if (answer?.message) await respond(answer.message);
});

app.options('pick_scopes', async ({ ack, options }) => {
  await ack(answers[options.value]?.acknowledgement ?? { options: [] });
});

await app.start(Number(PORT));
