import { type Member, type Node, pathOf, pointer } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import type { Kind } from '../kinds/catalogue';
import { type Problem, spanOf } from '../problem';
import type { JsonSchema } from '../schema/types';
import { rules } from './index';
import type { Rule, RuleContext, RuleFinding } from './rule';
import { sessionView } from './session-view';
import type { RuleSettings } from './settings';

/**
 * What all rules find in a document, in the order of the rules. A rule that fails is told of by its id and silences
 * only itself.
 * @param chosen the rules to run; all when left out
 */
export function runRules(
  doc: RealtimeDocument,
  kind: Kind,
  bundle: JsonSchema,
  settings: RuleSettings,
  chosen: readonly Rule[] = rules,
): Problem[] {
  const { root } = doc;
  if (!root) return [];
  const context: RuleContext = { doc, root, kind, bundle, settings, session: sessionView(root, kind) };
  return chosen
    .filter(
      ({ id, dialects }) => dialects.some((one) => one === kind.dialect) && settings.levels[id] !== 'off',
    )
    .flatMap((rule) => {
      try {
        return [...rule.check(context)].map((finding) => toProblem(rule, finding));
      } catch {
        settings.onRuleError?.(rule.id);
        return [];
      }
    });
}

const isMember = (at: Node | Member): at is Member => 'key' in at;

function toProblem(rule: Rule, finding: RuleFinding): Problem {
  const { at, message, severity = rule.severity, fixes = [], tag, related, silences, absence } = finding;
  const place = isMember(at) ? at.key : at;
  return {
    code: rule.id,
    severity,
    message,
    pointer: finding.pointer ?? pointer(pathOf(isMember(at) ? at.property : at)),
    span: finding.span ?? spanOf(place),
    fixes,
    ...(tag ? { tag } : {}),
    ...(related ? { related } : {}),
    ...(silences ? { silences } : {}),
    ...(absence ? { absence } : {}),
    ...(finding.overrides ? { overrides: true as const } : {}),
  };
}
