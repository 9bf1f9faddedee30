import type { Node } from '../document/node';
import { modelById } from '../kinds/models';
import { replaceFix } from './fixes';
import type { Rule, RuleFinding } from './rule';

/** Shutdown dates come from `schemas/models.json`, each with its source. */
export const modelShutdown: Rule = {
  id: 'model-shutdown',
  severity: 'error',
  summary: 'The model has been shut down, or will be.',
  dialects: ['sdk', 'ga', 'beta'],
  *check({ session, kind, settings }) {
    const node = session?.value('model');
    const finding = node && shutdownOf(node, kind.dialect, settings.today);
    if (finding) yield finding;
  },
};

function shutdownOf(node: Node, dialect: string, today: string): RuleFinding | undefined {
  const model = modelById(node.value);
  if (!model?.shutdown) return undefined;
  const { id, shutdown, replacement } = model;
  const gone = shutdown <= today;
  const remedy = replacement === undefined ? 'Choose another model.' : `Use "${replacement}".`;
  const when = gone
    ? `was shut down on ${shutdown}, and nothing answers under this name`
    : `shuts down on ${shutdown}`;
  return {
    at: node,
    message: `"${id}" ${when}. ${remedy}`,
    severity: gone && dialect === 'ga' ? 'error' : 'warning',
    tag: 'deprecated',
    fixes:
      replacement === undefined || dialect !== 'ga'
        ? []
        : [replaceFix(node, JSON.stringify(replacement), { preferred: true, safe: false })],
  };
}
