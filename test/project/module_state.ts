const VARIABLE = /^(?:export )?(?:let|var) (\w+)/gm;
const CONSTANT = /^(?:export )?const (\w+)\b/gm;
const STATIC = /^ +(?:(?:private|public|protected) )?static (?!readonly|async|\w+\()#?(\w+)/gm;
const TEMPLATE = /`(?:\\.|\$\{[^}]*\}|[^`\\])*`/g;
const CHANGES = 'set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill';

/**
 * Names at the top level of a text of TypeScript (as Biome formats it) whose value changes: variables, static fields, and
 * constants whose content is changed in the same file.
 */
export function mutableState(text: string): string[] {
  // SQL assigns to names too.
  const code = text.replaceAll(TEMPLATE, '``');
  const constants = namesBy(CONSTANT, text).filter((name) => isChanged(name, code));
  return [...namesBy(VARIABLE, text), ...constants, ...namesBy(STATIC, text)];
}

function namesBy(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

function isChanged(name: string, text: string): boolean {
  const access = `(?<![\\w.])${name}(?:\\.\\w+|\\[[^\\]]*\\])`;
  const calls = new RegExp(`(?<![\\w.])${name}\\.(?:${CHANGES})\\(`);
  const assigned = new RegExp(`${access}\\s*(?:[-+*/|&?]{0,2}=(?![=>])|\\+\\+|--)`);
  return calls.test(text) || assigned.test(text);
}
