import { type Problem, type Silenced, severities } from '../problem';

/** Problems about an object whose keys are the matter: another mistake than one about the object as a value. */
const ABOUT_KEYS: ReadonlySet<string> = new Set(['missing-property', 'duplicate-key']);

const rank = ({ severity }: Problem) => severities.indexOf(severity);

/**
 * What the schema has to say where no rule knows better. A rule speaks for the schema at its own pointer when it
 * takes the matter no less seriously, and wherever else it says so.
 */
export function unlessSilenced(bySchema: readonly Problem[], byRules: readonly Problem[]): Problem[] {
  return bySchema.filter((problem) => !byRules.some((rule) => speaksFor(rule, problem)));
}

function speaksFor(rule: Problem, problem: Problem): boolean {
  const { pointer, code } = problem;
  if (rule.overrides && rule.pointer === pointer && !ABOUT_KEYS.has(code)) return true;
  // What is milder never hides what is worse.
  if (rank(rule) > rank(problem)) return false;
  if (rule.pointer === pointer && !ABOUT_KEYS.has(code)) return true;
  return (rule.silences ?? []).some((one) => one.pointer === pointer && covers(one, problem));
}

function covers({ code, missing }: Silenced, problem: Problem): boolean {
  if (missing !== undefined) return missing === problem.missing;
  return code === undefined ? !ABOUT_KEYS.has(problem.code) : code === problem.code;
}
