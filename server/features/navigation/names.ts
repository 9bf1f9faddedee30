import { elementsOf, memberOf, type Node, pathOf, stringOf, valueAt } from '../../document/node';
import type { RealtimeDocument } from '../../document/parse';
import { kindById } from '../../kinds/catalogue';
import { type SessionView, sessionView } from '../../rules/session-view';
import { allowedTools, functionsOf, isServer, stringsIn, takesTools } from '../../rules/support/tools';
import { schemaOfKind } from '../../schema/bundle';
import type { JsonSchema } from '../../schema/types';
import { schemasAt } from '../../schema/walk';

/** What a name names: a function of the author's, an MCP server by its label, or a tool that such a server has. */
export type NameSort = 'function' | 'server' | 'server-tool';

/** One place where a name stands. */
export interface NameUse {
  readonly sort: NameSort;
  readonly name: string;
  /** The string itself. */
  readonly node: Node;
  /** Whether what is named stands here, rather than a mention of it. */
  readonly isDefinition: boolean;
  /** Of a server's tool: the label of the server; undefined where it has none. */
  readonly server?: string | undefined;
}

const known = new WeakMap<RealtimeDocument, ReadonlyMap<string, readonly NameUse[]>>();

/** Every use of a tool's name or an MCP server's label in a document, in source order. */
export function namesIn(doc: RealtimeDocument, kindId: string): readonly NameUse[] {
  const uses = known.get(doc)?.get(kindId) ?? find(doc, kindId);
  known.set(doc, new Map([[kindId, uses]]));
  return uses;
}

/** The use that an offset lies in, its quotes and both ends included. */
export function nameAt(uses: readonly NameUse[], offset: number): NameUse | undefined {
  return uses.find(({ node }) => node.offset <= offset && offset <= node.offset + node.length);
}

/** Every use of the same name for the same thing. */
export function usesOf(uses: readonly NameUse[], one: NameUse): NameUse[] {
  return uses.filter(
    ({ sort, name, server }) => sort === one.sort && name === one.name && server === one.server,
  );
}

/** What stands between the quotes of a name. */
export function insideQuotes({ node }: NameUse): { offset: number; length: number } {
  return { offset: node.offset + 1, length: Math.max(0, node.length - 2) };
}

function find({ root }: RealtimeDocument, kindId: string): NameUse[] {
  const kind = kindById(kindId);
  const bundle = schemaOfKind(kindId);
  const session = root && kind && sessionView(root, kind);
  if (!session || !bundle || !takesTools(session)) return [];
  const uses = [
    ...inTools(session),
    ...inChoice(session.value('toolChoice'), wordsOf(bundle, root, session)),
    ...elementsOf(session.value('input')).flatMap((item) => [...inItem(item)]),
  ];
  return uses.sort((a, b) => a.node.offset - b.node.offset);
}

function* inTools(session: SessionView): Generator<NameUse> {
  for (const tool of functionsOf(session)) {
    // Nested as for Chat Completions it is a mistake, and still the tool that is meant.
    yield* use('function', valueAt(tool, 'name') ?? valueAt(tool, 'function', 'name'), true);
  }
  for (const server of elementsOf(session.value('tools')).filter(isServer)) {
    const label = memberOf(server, 'server_label')?.value;
    yield* use('server', label, true);
    const approval = memberOf(server, 'require_approval')?.value;
    const lists = [
      allowedTools(server)?.node,
      ...['always', 'never'].map((key) => valueAt(approval, key, 'tool_names')),
    ];
    for (const list of lists) {
      for (const { node } of stringsIn(list)) yield* use('server-tool', node, false, stringOf(label));
    }
  }
}

/** @param words what a string of this dialect's may be besides the name of a function */
function* inChoice(choice: Node | undefined, words: readonly unknown[]): Generator<NameUse> {
  if (choice?.type === 'string' && !words.includes(choice.value)) yield* use('function', choice, false);
  if (choice?.type !== 'object') return;
  const type = stringOf(memberOf(choice, 'type')?.value);
  if (type === 'mcp') yield* ofServer(choice, false);
  else yield* use('function', valueAt(choice, 'name') ?? valueAt(choice, 'function', 'name'), false);
  // The API of another name takes a list of such choices: what it means is clear all the same.
  for (const one of elementsOf(memberOf(choice, 'tools')?.value)) yield* inChoice(one, []);
}

function* inItem(item: Node): Generator<NameUse> {
  switch (stringOf(memberOf(item, 'type')?.value)) {
    case 'function_call':
      yield* use('function', valueAt(item, 'name'), false);
      return;
    case 'mcp_call':
    case 'mcp_approval_request':
      yield* ofServer(item, false);
      return;
    case 'mcp_list_tools': {
      const label = memberOf(item, 'server_label')?.value;
      yield* use('server', label, false);
      for (const tool of elementsOf(memberOf(item, 'tools')?.value))
        yield* use('server-tool', valueAt(tool, 'name'), true, stringOf(label));
    }
  }
}

/** A label and, beside it, the name of one of the server's tools. */
function* ofServer(holder: Node, isDefinition: boolean): Generator<NameUse> {
  const label = memberOf(holder, 'server_label')?.value;
  yield* use('server', label, isDefinition);
  yield* use('server-tool', valueAt(holder, 'name'), false, stringOf(label));
}

function* use(
  sort: NameSort,
  node: Node | undefined,
  isDefinition: boolean,
  server?: string,
): Generator<NameUse> {
  const name = stringOf(node);
  if (!node || !name) return;
  yield { sort, name, node, isDefinition, ...(server === undefined ? {} : { server }) };
}

function wordsOf(bundle: JsonSchema, root: Node, session: SessionView): readonly unknown[] {
  return schemasAt(bundle, root, session.pathOf('toolChoice') ?? []).flatMap(({ schema }) => [
    ...(schema.enum ?? []),
    ...(schema['x-values'] ?? []).map(({ value }) => value),
  ]);
}

/** The words that a text in the place of a name would be taken for: a function cannot be called so there. */
export function wordsFor(doc: RealtimeDocument, kindId: string, { node }: NameUse): readonly unknown[] {
  const kind = kindById(kindId);
  const bundle = schemaOfKind(kindId);
  const session = doc.root && kind && sessionView(doc.root, kind);
  if (!bundle || !session || !doc.root || session.value('toolChoice') !== node) return [];
  return wordsOf(bundle, doc.root, session);
}

/** The tool, choice or item that a name belongs to. */
export function holderOf({ node }: NameUse): Node {
  const object = node.parent?.type === 'property' ? node.parent.parent : undefined;
  const path = pathOf(node);
  // Of a tool that is nested in `function` the whole.
  return (path.at(-2) === 'function' ? object?.parent?.parent : object) ?? node;
}
