import data from '../../schemas/migration.json';
import { convertFormat } from '../conversions/values';
import { oneLine, SourceText } from '../document/edits';
import { memberOf, membersOf, type Node, pathOf, pointer, stringOf, valueAt } from '../document/node';
import { replaceFix, SAFE, valueText } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import type { Place } from './session-view';
import { refusal } from './support/models';

/** A bare value where an object belongs. Source: openai-go#502, AVA#192, openai-python#2638. */
export const shorthandValue: Rule = {
  id: 'shorthand-value',
  severity: 'error',
  summary: 'A bare name or number stands where an object belongs.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session, kind } = context;
    if (!session) return;
    for (const { place, value, key } of data.shorthands as readonly Shorthand[]) {
      const node = session.value(place);
      if (!node) continue;
      if (value === 'format' && kind.dialect === 'ga') yield* formatFinding(context, node);
      else if (key !== undefined && node.type === 'string')
        yield finding(context, node, { [key]: sourceOf(context, node) });
    }
    if (kind.dialect !== 'ga') return;
    yield* truncation(context, session.value('truncation'));
    for (const [path, key] of Object.entries(data.objectsOfOneValue)) {
      const node = valueAt(session.node, ...path.split('.'));
      if (node?.type === 'string') yield finding(context, node, { [key]: sourceOf(context, node) });
    }
  },
};

interface Shorthand {
  readonly place: Place;
  readonly value?: string;
  readonly key?: string;
}

const sourceOf = ({ doc }: RuleContext, { offset, length }: Node) =>
  new SourceText(doc.text.slice(offset, offset + length));

/** `"pcm16"`, and `{ "type": "pcm16" }`. */
function* formatFinding(context: RuleContext, node: Node): Iterable<RuleFinding> {
  const name = stringOf(node) ?? stringOf(memberOf(node, 'type')?.value);
  const format = convertFormat(node, context.doc.text);
  if (name === undefined || format instanceof SourceText) return;
  if (node.type === 'string') yield finding(context, node, format);
  else if ((format as { type: string }).type !== name)
    yield renamedFormat(context, node, format as { type: string });
}

function renamedFormat(context: RuleContext, node: Node, format: { type: string }): RuleFinding {
  const type = memberOf(node, 'type')?.value ?? node;
  return {
    at: type,
    message: `"${stringOf(type)}" is the preview’s name; today it is "${format.type}". The API refuses the whole ${context.kind.whole}.`,
    fixes: [replaceFix(node, valueText(context, node, format), SAFE, `Replace with "${format.type}"`)],
    silences: membersOf(node).map(({ name }) => ({ pointer: pointer([...pathOf(node), name]) })),
  };
}

/** A share alone: `0.8` for `{ "type": "retention_ratio", "retention_ratio": 0.8 }`. */
function* truncation(context: RuleContext, node: Node | undefined): Iterable<RuleFinding> {
  const share =
    node?.type === 'string' && /^0?\.\d+$|^1$/.test(node.value) ? Number(node.value) : node?.value;
  if (!node || typeof share !== 'number') return;
  const source = node.type === 'number' ? sourceOf(context, node) : share;
  yield finding(context, node, { type: 'retention_ratio', retention_ratio: source });
}

function finding(context: RuleContext, node: Node, value: unknown): RuleFinding {
  const name = String(pathOf(node).at(-1));
  const written = oneLine(value);
  return {
    at: node,
    message: `"${name}" must be an object: write ${written.length > 60 ? 'it out' : written}. ${refusal(context)}`,
    fixes: [replaceFix(node, valueText(context, node, value), SAFE, `Replace with ${written}`)],
  };
}
