import type { DocumentLink } from 'vscode-languageserver-types';
import { withoutSecrets } from '../../document/hide';
import { elementsOf, memberOf, membersOf, type Node, stringOf } from '../../document/node';
import type { RealtimeDocument } from '../../document/parse';
import { kindById } from '../../kinds/catalogue';
import { sessionView } from '../../rules/session-view';
import { isServer } from '../../rules/support/tools';
import { schemaOfKind } from '../../schema/bundle';
import type { JsonSchema } from '../../schema/types';
import { type Applied, apply, childSchemas, typeAllowed } from '../../schema/walk';
import { toRange } from '../ranges';

/**
 * What can be followed from a document: the address of each MCP server, and the page about a thing from the first
 * word that says what it is, such as a `type` or a model. Hover has those links everywhere; links are underlined, and
 * so each page is linked once.
 */
export function documentLinks(doc: RealtimeDocument, kindId: string): DocumentLink[] {
  const kind = kindById(kindId);
  const bundle = schemaOfKind(kindId);
  if (!doc.root || !kind || !bundle) return [];
  const servers = elementsOf(sessionView(doc.root, kind)?.value('tools')).filter(isServer);
  const addresses = servers.flatMap((server) => memberOf(server, 'server_url')?.value ?? []);
  const links = [
    ...addresses.flatMap((node) => addressTarget(doc, node)),
    ...firstOfEach(pagesIn(bundle, apply(bundle, bundle, doc.root), doc.root)),
  ];
  return links
    .sort((a, b) => a.node.offset - b.node.offset)
    .map(({ node, target, tooltip }) => ({
      range: toRange(doc, { offset: node.offset + 1, length: node.length - 2 }),
      target,
      tooltip: withoutSecrets(doc, tooltip),
    }));
}

interface Link {
  readonly node: Node;
  readonly target: string;
  readonly tooltip: string;
}

/** An address with a secret in it is not made into something to open. */
function addressTarget(doc: RealtimeDocument, node: Node): Link[] {
  const target = stringOf(node);
  if (!target || withoutSecrets(doc, target) !== target || !/^https?:\/\/[\w[]\S*$/i.test(target)) return [];
  return [{ node, target, tooltip: 'Open the address of this MCP server' }];
}

/** Every string that stands for something that there is a page about, in source order. */
function* pagesIn(bundle: JsonSchema, here: readonly Applied[], node: Node): Generator<Link> {
  // What only holds for the branch that the value chose comes after what holds for all.
  const about = here.findLast(
    ({ schema }) => schema['x-reference'] !== undefined && typeAllowed(schema.type, node),
  )?.schema;
  const word = node.type === 'object' ? memberOf(node, 'type')?.value : node;
  if (about?.['x-reference'] && word?.type === 'string' && word.length > 2) {
    const subject = about.title ?? stringOf(word) ?? '';
    yield { node: word, target: about['x-reference'], tooltip: `Read about this: ${subject}` };
  }
  for (const { name, value } of membersOf(node)) if (value) yield* below(name, value);
  // A list of plain values has no words about what something is, and may be very long.
  for (const [index, element] of elementsOf(node).entries())
    if (element.type === 'object') yield* below(index, element);

  function* below(step: string | number, value: Node): Generator<Link> {
    // What only gives advice is about another language: JSON Schema inside of parameters.
    const children = childSchemas(here, step).filter(({ advisory }) => !advisory);
    if (children.length === 0) return;
    yield* pagesIn(
      bundle,
      children.flatMap(({ schema }) => apply(bundle, schema, value)),
      value,
    );
  }
}

function firstOfEach(links: Iterable<Link>): Link[] {
  const byTarget = new Map<string, Link>();
  for (const one of links) if (!byTarget.has(one.target)) byTarget.set(one.target, one);
  return [...byTarget.values()];
}
