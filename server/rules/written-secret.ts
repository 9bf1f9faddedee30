import data from '../../schemas/secrets.json';
import { type Node, pathOf } from '../document/node';
import { type Secret, secretsIn } from '../document/secrets';
import { ALTERNATIVE, removeFix } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';

/** Shapes and keys are in `schemas/secrets.json`. The message must never hold a part of the secret. */
export const writtenSecret: Rule = {
  id: 'written-secret',
  severity: 'warning',
  summary: 'A key or token is written in the file.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    for (const secret of secretsIn(context.doc)) {
      const finding = findingFor(context, secret);
      if (finding) yield finding;
    }
  },
};

function findingFor(context: RuleContext, secret: Secret): RuleFinding | undefined {
  const { node, shape, key, isPlaceholder } = secret;
  const isKey = node.parent?.type === 'property' && node.parent.children?.[0] === node;
  const at = isKey ? { name: '', property: node.parent as Node, key: node, value: undefined } : node;
  if (isReply(context, node)) {
    return {
      at,
      severity: 'info',
      message:
        'Whoever has this key can use the session until it expires. Keep the file to yourself: out of version control, logs and tickets.',
    };
  }
  if (shape !== undefined) {
    return {
      at,
      message: `Here is ${shape}, for everybody to take who gets to see this file. Leave it out and let your code add it; if the file has been shared, have the key replaced.`,
      fixes: isKey ? [] : removal(context, secret),
    };
  }
  if (!data.keys.reported.includes(key.toLowerCase()) && key !== 'value') return undefined;
  return {
    at,
    severity: 'info',
    message: isPlaceholder
      ? 'This reads like a variable, and nothing fills it in: it is sent as it stands. Leave the key out and let your code add it.'
      : 'This is kept secret as a rule, and goes wherever the file goes. Leave it out and let your code add it.',
    fixes: removal(context, secret),
  };
}

/** The key that a reply of the API is there to bring. */
function isReply({ kind }: RuleContext, node: Node): boolean {
  return kind.id === 'sdk.session-response' && pathOf(node).join('/') === 'ephemeral_key';
}

/** The whole member goes, where it is there for the secret alone. */
function removal(context: RuleContext, { node, key }: Secret) {
  const path = pathOf(node);
  const isOwn = data.keys.reported.includes(key.toLowerCase()) && path.at(-1) === key;
  return isOwn ? [removeFix(context, path, ALTERNATIVE)] : [];
}
