import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readPasted,
  type Unclear,
  type Wanted,
} from '../../../../src/core/credentials/pasted_credentials.ts';

const ID = 'aB3dEf_hIjK-mNoPqRsT9v';
const SECRET = 'Zx8cVb2nMq4wEr6tYu1iOp3aSd5fGh7j';

/** Ways in which people paste one value, whatever the field. */
const around: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => ` ${value}\n`,
  (value) => `\u200b${value}\ufeff`,
  (value) => `"${value}"`,
  (value) => `'${value}',`,
  (value) => `“${value}”`,
  (value) => `„${value}“.`,
  (value) => `«${value}»`,
  (value) => `\`${value}\``,
  (value) => `\`\`\`\n${value}\n\`\`\``,
  (value) => `**${value}**`,
  (value) => `(${value})`,
  (value) => `<${value}>`,
  (value) => `${value}.`,
  (value) => `${value};`,
  (value) => `${value}\\n`,
  (value) => `=${value}`,
  (value) => `: ${value}`,
  (value) => `Bearer ${value}`,
  (value) => `bearer "${value}"`,
  (value) => `「${value}」。`,
  (value) => `（${value}），`,
  (value) => `『${value}』`,
  (value) => `&quot;${value}&quot;`,
  (value) => `&gt; ${value}`,
  (value) => `> ${value}`,
  (value) => `\\"${value}\\"`,
  (value) => `- ${value}`,
  (value) => `• ${value}`,
  (value) => `1. ${value}`,
  (value) => `2) "${value}"`,
];

/** Ways in which people paste a value with its name. */
const named: readonly ((name: string, value: string) => string)[] = [
  (name, value) => `ZOOM_${name}=${value}`,
  (name, value) => `export ZOOM_${name}="${value}"`,
  (name, value) => `set ${name}=${value}`,
  (name, value) => `setx ${name} "${value}"`,
  (name, value) => `$env:ZOOM_${name} = '${value}'`,
  (name, value) => `${name}_DEV: ${value}`,
  (name, value) => `- ${name.toLowerCase()}: ${value}`,
  (name, value) => `"${name.toLowerCase()}": "${value}",`,
  (name, value) => `{"${name.toLowerCase()}":"${value}"}`,
  (name, value) => `'${name.toLowerCase()}' => '${value}',`,
  (name, value) => `const ${name} = '${value}';`,
  (name, value) => `-e ${name}=${value} \\`,
  (name, value) => `?x=1&${name.toLowerCase()}=${value}&y=2`,
  (name, value) => `https://zoom.example/x?${name.toLowerCase()}=${value}`,
  (name, value) => `${name.replace('_', ' ')}: ${value}`,
  (name, value) => `${name.replace('_', ' ')}\n${value}`,
  (name, value) => `| ${name.replace('_', ' ')} | ${value} |`,
  (name, value) => `The ${name.replace('_', ' ').toLowerCase()} is ${value}.`,
  (name, value) => `<${name.toLowerCase()}>${value}</${name.toLowerCase()}>`,
  (name, value) => `${name.replace('_', ' ')} (Production): ${value}`,
  (name, value) => `${name.replace('_', '-').toLowerCase()}=${value}`,
  (name, value) => `${name.replace('_', ' ')} is: ${value}`,
  (name, value) => `${name.replace('_', ' ')}：${value}`,
  (name, value) => `${name.replace('_', ' ')}\nCopy\n${value}\nRegenerate`,
  (name, value) => `- name: ZOOM_${name}\n  value: "${value}"`,
  (name, value) => `  ${name.toLowerCase()}: !!str ${value}`,
  (name, value) => `<add key="${name}" value="${value}" />`,
  (name, value) => `<key>${name.replace('_', ' ')}</key><string>${value}</string>`,
  (name, value) => `<td>${name.replace('_', ' ')}</td><td>${value}</td>`,
  (name, value) => `process.env.${name} = '${value}'`,
  (name, value) => `*${name.replace('_', ' ')}:* \`${value}\``,
  (name, value) => `${name.replace('_', ' ')}\t${value}`,
  (name, value) => `--${name.replace('_', '-').toLowerCase()} ${value} \\`,
];

const fields: readonly (readonly [Wanted, string, string])[] = [
  ['client_id', 'CLIENT_ID', ID],
  ['client_secret', 'CLIENT_SECRET', SECRET],
];

const taken = (text: string, wanted: Wanted) => {
  const read = readPasted(text, wanted);
  return read.ok ? read.value : read.seen;
};

describe.each(fields)('a pasted %s', (wanted, name, value) => {
  test.each(around.map((paste) => [paste(value)]))('is taken out of %j', (text) => {
    expect(taken(text, wanted)).toBe(value);
  });

  test.each(named.map((paste) => [paste(name, value)]))('is taken out of %j', (text) => {
    expect(readPasted(text, wanted)).toMatchObject({ ok: true, value, dropped: 'more' });
  });

  test('is taken from between the lines of a whole .env file', () => {
    const file = `# Zoom\nZOOM_ACCOUNT_ID=abc\nZOOM_CLIENT_ID=${ID}\nZOOM_CLIENT_SECRET=${SECRET}\nZOOM_SECRET_TOKEN=def\n`;
    expect(readPasted(file, wanted)).toMatchObject({
      ok: true,
      value,
      other: wanted === 'client_id' ? SECRET : ID,
    });
  });

  test.each<[string, string, Unclear]>([
    ['two words', 'one two', 'several_words'],
    ['a value broken in two', `${value.slice(0, 10)}\n${value.slice(10)}`, 'several_words'],
    ['two different values', `${name}_DEV=${value}\n${name}_PROD=x${value}`, 'several_values'],
    ['a name alone', `${name}=`, 'no_value'],
    ['a name alone in words', name, 'no_value'],
    ['a placeholder', `<your_${name.toLowerCase()}>`, 'no_value'],
    ['a placeholder under its name', `${name}=\${ZOOM_${name}}`, 'no_value'],
    ['quotes alone', '""', 'no_value'],
    ['an app ID by its name', `app_id=${value}`, 'something_else'],
    ['a secret token by its name', `ZOOM_SECRET_TOKEN=${value}`, 'something_else'],
    ['a word that is no value', `${name}: pending`, 'no_value'],
    ['what a program reads it from', `${name.toLowerCase()} = var.zoom`, 'no_value'],
    ['an empty cell', `<td>${name.replace('_', ' ')}</td><td></td>`, 'no_value'],
    ['an address', 'https://marketplace.zoom.us/develop/apps/aB3dEf_hIjK-mNoPqRsT9v', 'something_else'],
    ['stars', '****************', 'masked'],
    ['stars with an end', `************${value.slice(-4)}`, 'masked'],
    ['dots with an end', `••••••••${value.slice(-4)}`, 'masked'],
    ['a value without its middle', `${value.slice(0, 4)}…${value.slice(-4)}`, 'masked'],
    ['dots', '••••••••••', 'masked'],
    ['stars under the name', `${name}: ************`, 'no_value'],
    ['a Basic header', `Basic ${btoa(`${ID}:${SECRET}`)}`, 'basic_header'],
    ['an access token', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.abc', 'access_token'],
  ])('is not guessed from %s', (_what, text, seen) => {
    expect(readPasted(text, wanted)).toEqual({ ok: false, seen });
  });

  test('is distinguished from the other value by its name', () => {
    const other = wanted === 'client_id' ? `client_secret: ${SECRET}` : `client_id: ${ID}`;
    expect(taken(other, wanted)).toBe('the_other');
  });
});

test.each([
  `id: ${ID}, secret: ${SECRET}`,
  `${ID}:${SECRET}`,
  `{"client_id":"${ID}","client_secret":"${SECRET}"}`,
  `Client ID\n${ID}\nClient Secret\n${SECRET}`,
  `client_secret: ${SECRET}\nclient_id: ${ID}`,
  `curl -u ${ID}:${SECRET} https://zoom.us/oauth/token`,
  `curl --user "${ID}:${SECRET}" -X POST 'https://zoom.us/oauth/token?account_id=abc'`,
  `${ID},${SECRET}`,
  `${ID}\n${SECRET}`,
  `${ID}\t${SECRET}\r\n`,
  `${ID} / ${SECRET}`,
  `"${ID}";"${SECRET}"`,
])('both values are taken out of %j', (text) => {
  expect(readPasted(text, 'client_id')).toEqual({ ok: true, value: ID, dropped: 'more', other: SECRET });
  expect(readPasted(text, 'client_secret')).toEqual({ ok: true, value: SECRET, dropped: 'more', other: ID });
});

test('a value by itself is taken as it is, whatever its letters', () => {
  const values = fc
    .stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_-]{18,60}[A-Za-z0-9_-]$/)
    .filter((one) => /\d/.test(one) && /[a-z]/.test(one) && /[A-Z]/.test(one));
  fc.assert(
    fc.property(values, fc.constantFrom(...around), (value, paste) => {
      expect(taken(paste(value), 'client_secret')).toBe(value);
    }),
  );
});

test('no text whatever is thrown at, and a long one is read in a moment', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.lorem()), (text) => {
      for (const [wanted] of fields) expect(readPasted(text, wanted)).toHaveProperty('ok');
    }),
  );
  for (const nasty of ['=', ':', '"', ' ', '*', 'client_id=', 'client ', 'a:', '\u{1F600}'])
    expect(readPasted(nasty.repeat(4000), 'client_id')).toHaveProperty('ok');
});
