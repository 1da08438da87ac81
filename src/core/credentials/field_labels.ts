import { hasBothCasesAndDigit } from '../secrets/random_text.ts';
/** What a pasted line calls the value beside it. */
export type Label = 'client_id' | 'client_secret' | 'other';

/** Names of Zoom's values in configuration files, letters only; a prefix or suffix (ZOOM_…, …_DEV) may be around them. */
const contained: readonly (readonly [string, Label])[] = [
  ['clientsecret', 'client_secret'],
  ['clientid', 'client_id'],
  ['consumersecret', 'client_secret'],
  ['consumerkey', 'client_id'],
  ['secrettoken', 'other'],
  ['verificationtoken', 'other'],
  ['accountid', 'other'],
  ['appid', 'other'],
  ['redirecturi', 'other'],
  ['redirecturl', 'other'],
  ['accesstoken', 'other'],
  ['apikey', 'other'],
  ['apisecret', 'other'],
];
const whole: ReadonlyMap<string, Label> = new Map([
  ['secret', 'client_secret'],
  ['zoomsecret', 'client_secret'],
  ['id', 'client_id'],
  ['authorization', 'other'],
]);

/** Longer than any name with its prefix; what is longer is a value. */
const LONGEST = 60;

/** The name that a word is; null when it is none. `ZOOM_CLIENT_SECRET`, `client-id`, `clientSecret`, `$env:ZOOM_CLIENT_ID` are some. */
export function labelIn(word: string): Label | null {
  if (word.length > LONGEST || isRandom(word)) return null;
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  return whole.get(letters) ?? contained.find(([name]) => letters.includes(name))?.[1] ?? null;
}

/** Ids and secrets mix both cases and digits at such a length: one may hold `appId` by chance. */
function isRandom(word: string): boolean {
  return word.length >= 20 && hasBothCasesAndDigit(word);
}
