import type { Node } from '../document/node';
import { type Model, modelById } from '../kinds/models';
import { replaceFix, SUGGESTED } from './fixes';
import type { Rule, RuleFinding } from './rule';
import { namedModels } from './support/models';

/** Shutdown dates come from `schemas/models.json`, each with its source. */
export const modelShutdown: Rule = {
  id: 'model-shutdown',
  severity: 'error',
  summary: 'The model has been shut down, or will be.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    const { kind, settings } = context;
    // The dates are OpenAI’s; whoever else serves a model has dates of their own.
    if (settings.target !== 'openai') return;
    for (const node of namedModels(context)) {
      const model = modelById(node.value);
      const finding = model && shutdownOf(node, model, kind.dialect, settings.today);
      if (finding) yield finding;
    }
  },
};

function shutdownOf(node: Node, model: Model, dialect: string, today: string): RuleFinding | undefined {
  const { shutdown, replacement, status } = model;
  // Of one model only the season is known in which it went.
  const isUndated = shutdown === undefined && status === 'shut-down';
  if (shutdown === undefined && !isUndated) return undefined;
  const gone = isUndated || (shutdown !== undefined && shutdown <= today);
  const remedy = replacement === undefined ? 'Choose another model.' : `Use "${replacement}".`;
  const on = shutdown === undefined ? '' : ` on ${shutdown}`;
  const when = gone ? `was shut down${on}, and nothing answers under this name` : `shuts down${on}`;
  // Successors are models of today's API, which files of the others cannot use.
  const fits = dialect === 'ga' && replacement !== undefined;
  return {
    at: node,
    message: `"${String(node.value)}" ${when}. ${remedy}`,
    severity: gone && dialect === 'ga' ? 'error' : 'warning',
    tag: 'deprecated',
    fixes: fits ? [replaceFix(node, JSON.stringify(replacement), SUGGESTED)] : [],
  };
}
