import { type Config, parseConfig } from '../../config/config.ts';
import type { EnvironmentVariables } from '../../config/parse_variables.ts';
import { asOk, asProblem, asWarning, type Finding, inParts } from './finding.ts';

/** The configuration as far as it can be used, and which variables cannot. */
export interface UsableConfig {
  readonly findings: readonly Finding[];
  /** Null when nothing can be said without what is wrong. */
  readonly config: Config | null;
  /** The variables that are missing or wrong, without `_FILE`. What depends on one of them is not looked at. */
  readonly wrong: ReadonlySet<string>;
}

const CHECK = 'configuration';

/** Parses as a start does. When something is wrong, the rest is parsed without it, so that it can be looked at all the same. */
export function readUsableConfig(env: EnvironmentVariables): UsableConfig {
  const whole = parseConfig(env);
  if (whole.ok) {
    const { slack, warnings } = whole.value;
    const how = slack.transport === 'socket' ? 'Socket Mode' : 'HTTP';
    const findings = warnings.map((line) => {
      const { what, fix } = inParts(line, 'remove it, or correct it');
      return asWarning(CHECK, what, fix);
    });
    return {
      findings: [asOk(CHECK, `complete, for ${how}`), ...findings],
      config: whole.value,
      wrong: new Set(),
    };
  }
  const wrong = new Set(whole.error.map(({ variable }) => variable.replace(/_FILE$/, '')));
  const findings = whole.error.map(({ variable, line }) => {
    const { what, fix } = inParts(line, `correct ${variable}`);
    return asProblem(CHECK, what, fix);
  });
  const rest = parseConfig(withStandIns(env, wrong));
  return { findings, config: rest.ok ? rest.value : null, wrong };
}

/** Without the wrong variables; in the place of Slack's something that is never used, because nothing works without them. */
function withStandIns(env: EnvironmentVariables, wrong: ReadonlySet<string>): EnvironmentVariables {
  const slackIsWrong = [...wrong].some(isSlack);
  const right = Object.entries(env).filter(
    ([name]) => !wrong.has(name.replace(/_FILE$/, '')) && !(slackIsWrong && isSlack(name)),
  );
  const slack = slackIsWrong ? { SLACK_BOT_TOKEN: 'xoxb-x', SLACK_SIGNING_SECRET: 'x' } : {};
  // Production would miss what was taken out.
  return { ...Object.fromEntries(right), ...slack, NODE_ENV: undefined };
}

const isSlack = (variable: string) => variable.startsWith('SLACK_');
