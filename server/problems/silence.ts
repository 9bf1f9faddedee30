import { type Problem, severities } from '../problem';

/** Problems about an object whose keys are the matter: another mistake than one about the object as a value. */
const ABOUT_KEYS: ReadonlySet<string> = new Set(['missing-property', 'duplicate-key']);

const rank = ({ severity }: Problem) => severities.indexOf(severity);

/**
 * What the schema has to say where no rule knows better. A rule speaks for the schema at its own pointer when it
 * takes the matter no less seriously, and wherever else it says so.
 */
export function unlessSilenced(bySchema: readonly Problem[], byRules: readonly Problem[]): Problem[] {
  return bySchema.filter(
    (problem) =>
      !byRules.some(
        (rule) =>
          (rule.pointer === problem.pointer &&
            rank(rule) <= rank(problem) &&
            !ABOUT_KEYS.has(problem.code)) ||
          rule.silences?.some(
            ({ pointer, code }) =>
              pointer === problem.pointer && (code === undefined || code === problem.code),
          ),
      ),
  );
}
