import type { Path } from '../../document/changes';
import { type Node, nodeAtPointer, pathOfPointer } from '../../document/node';
import { parse, type RealtimeDocument } from '../../document/parse';
import { isObject } from '../../document/value';
import { type Kind, kindById } from '../../kinds/catalogue';
import type { ToolSort } from '../../protocol';
import { sessionView } from '../../rules/session-view';
import { takesTools } from '../../rules/support/tools';
import { schemaOfKind } from '../../schema/bundle';
import type { JsonSchema } from '../../schema/types';
import { schemasAt } from '../../schema/walk';
import { namesIn } from '../navigation/names';

/** Why something cannot be done, for the person at the keyboard. */
export interface Refusal {
  readonly refused: string;
}

/** Where a document has its tools, and what can be added to them. */
export interface ToolPlace {
  readonly kind: Kind;
  readonly bundle: JsonSchema;
  /** Of the list of tools, from the document's root. */
  readonly path: Path;
  /** What has to stand in each object on the way that is not there yet, by how deep it lies; the API wants a `type`. */
  readonly along: readonly Readonly<Record<string, unknown>>[];
  /** The sorts of tools that the kind knows. */
  readonly sorts: readonly ToolSort[];
  /** Names that are in use. */
  readonly taken: Readonly<Record<ToolSort, readonly string[]>>;
  /** What a function's name must look like, where the schema says so. */
  readonly nameRule: { readonly pattern: string; readonly message: string } | undefined;
}

/** Finds out what tools a document takes, or why it takes none. Works on empty and broken text. */
export function toolPlace(doc: RealtimeDocument, kindId: string): ToolPlace | Refusal {
  const kind = kindById(kindId);
  const bundle = schemaOfKind(kindId);
  if (!kind || !bundle)
    return { refused: 'This is a document of another API, whose tools are not known here.' };
  const root = doc.root && nodeAtPointer(doc.root, kind.session.pointer) ? doc.root : emptyDocument(kind);
  const session = root && sessionView(root, kind);
  const path = session?.pathOf('tools');
  if (session && !takesTools(session)) return { refused: whyNone(kind, session.family) };
  if (!path) return { refused: noObject(kind) };
  return {
    kind,
    bundle,
    path,
    along: typesAlong(bundle.default, path.slice(0, -1)),
    sorts: sortsAt(kind, bundle, path),
    taken: takenIn(doc, kindId),
    nameRule: nameRuleAt(kind, bundle, path),
  };
}

function whyNone({ id }: Kind, family: string): string {
  const does = family === 'translation' ? 'translates' : 'transcribes';
  return `A session that ${does} (${id}) has no tools: only a conversation, or an answer in one, can call any.`;
}

function noObject({ session }: Kind): string {
  const name = pathOfPointer(session.pointer).at(-1);
  return name === undefined
    ? 'This document is no JSON object, so there is nothing to insert a tool into.'
    : `"${name}" is no object, so there is nothing to insert a tool into. Make it an object first.`;
}

/** The smallest document of a kind, to look at where things would be. */
function emptyDocument(kind: Kind): Node | undefined {
  const path = pathOfPointer(kind.session.pointer);
  const value = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), {});
  return parse(JSON.stringify(value)).root;
}

/** The `type` that each object on a path has in a kind's default document. */
function typesAlong(value: unknown, path: Path): Record<string, unknown>[] {
  const [step, ...rest] = path;
  const own = isObject(value) && 'type' in value ? { type: value.type } : {};
  const inner = isObject(value) && step !== undefined ? value[String(step)] : undefined;
  return step === undefined ? [own] : [own, ...typesAlong(inner, rest)];
}

/** The schemas that hold for a tool, or a member of it, as if it stood there. */
function schemasOfTool({ dialect }: Kind, bundle: JsonSchema, path: Path, tool: object, ...steps: string[]) {
  const along = typesAlong(bundle.default, path.slice(0, -1));
  const document = path.reduceRight<unknown>(
    (inner, step, depth) => ({ ...(dialect === 'sdk' ? {} : along[depth]), [String(step)]: inner }),
    [tool],
  );
  return schemasAt(bundle, parse(JSON.stringify(document)).root, [...path, 0, ...steps]);
}

function sortsAt(kind: Kind, bundle: JsonSchema, path: Path): ToolSort[] {
  const server = { type: 'mcp', server_label: '', server_url: 'https://example.com' };
  const takesServers = schemasOfTool(kind, bundle, path, server, 'server_label').length > 0;
  return takesServers ? ['function', 'mcp'] : ['function'];
}

function nameRuleAt(kind: Kind, bundle: JsonSchema, path: Path): ToolPlace['nameRule'] {
  const found = schemasOfTool(kind, bundle, path, { type: 'function', name: '' }, 'name').find(
    ({ schema, advisory }) => schema.pattern !== undefined && !advisory,
  );
  return found?.schema.pattern === undefined
    ? undefined
    : { pattern: found.schema.pattern, message: found.schema.patternErrorMessage ?? '' };
}

/** The keys that a tool of this sort has in this kind, in schema order, and those that it must have. */
export function keysOfTool(
  { kind, bundle, path }: ToolPlace,
  tool: object,
): { order: readonly string[]; required: ReadonlySet<string> } {
  const schemas = schemasOfTool(kind, bundle, path, tool).map(({ schema }) => schema);
  return {
    order: [...new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})))],
    required: new Set(schemas.flatMap(({ required }) => required ?? [])),
  };
}

function takenIn(doc: RealtimeDocument, kindId: string): ToolPlace['taken'] {
  const defined = namesIn(doc, kindId).filter(({ isDefinition }) => isDefinition);
  const names = (wanted: string) => defined.filter(({ sort }) => sort === wanted).map(({ name }) => name);
  return { function: names('function'), mcp: names('server') };
}
