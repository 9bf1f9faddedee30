import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { elementsOf, memberOf, membersOf, type Node, stringOf, valueAt } from '../../document/node';
import type { RealtimeDocument } from '../../document/parse';
import { kindById } from '../../kinds/catalogue';
import { type SessionView, sessionView } from '../../rules/session-view';
import { isServer } from '../../rules/support/tools';

/** What the outline says of a place instead of what any JSON would get. */
type Label = Partial<Pick<DocumentSymbol, 'name' | 'detail' | 'kind'>>;

/** The keys that tell objects apart, in the order in which they are shown. */
const TELLING = ['type', 'role', 'server_label', 'name', 'model'];

/** A longer list says no more than that it is a list. */
const MOST_LISTED = 4;

/**
 * The outline of any JSON, made into one of a session: tools by their names, and objects with what tells them apart,
 * such as the type of turn detection.
 * @param symbols those of the text, property by property
 */
export function labelled(
  doc: RealtimeDocument,
  kindId: string,
  symbols: readonly DocumentSymbol[],
): DocumentSymbol[] {
  const labels = labelsOf(doc, kindId);
  const visit = (symbol: DocumentSymbol): DocumentSymbol => ({
    ...symbol,
    ...labels.get(doc.positions.offsetAt(symbol.range.start)),
    ...(symbol.children ? { children: symbol.children.map(visit) } : {}),
  });
  return symbols.map(visit);
}

/** Labels by where the property or the element begins. */
function labelsOf({ root }: RealtimeDocument, kindId: string): Map<number, Label> {
  const labels = new Map<number, Label>();
  const kind = kindById(kindId);
  if (!root || !kind) return labels;
  const visit = (node: Node | undefined, start: number) => {
    const detail = detailOf(node);
    if (detail) labels.set(start, { detail });
    for (const { property, value } of membersOf(node)) visit(value, property.offset);
    for (const element of elementsOf(node)) visit(element, element.offset);
  };
  visit(root, -1);
  const session = sessionView(root, kind);
  for (const tool of elementsOf(session?.value('tools'))) {
    if (tool.type === 'object') labels.set(tool.offset, toolLabel(tool));
  }
  if (session) for (const [start, detail] of audioParts(session)) if (detail) labels.set(start, { detail });
  return labels;
}

function detailOf(node: Node | undefined): string {
  if (node?.type === 'object') {
    const telling = TELLING.flatMap((key) => stringOf(memberOf(node, key)?.value) || []);
    return joined(telling.length > 0 ? telling : [stringOf(memberOf(node, 'id')?.value)]);
  }
  const texts = elementsOf(node).map(stringOf);
  const isList = texts.length <= MOST_LISTED && texts.every((text) => text !== undefined);
  return isList ? texts.join(', ') : '';
}

const joined = (texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(' · ');

/** How a tool is listed: by the name that calls use, with what it is. */
export function toolLabel(tool: Node): Label {
  const server = isServer(tool);
  const named = server
    ? valueAt(tool, 'server_label')
    : (valueAt(tool, 'name') ?? valueAt(tool, 'function', 'name'));
  const name = stringOf(named);
  return {
    ...(name ? { name } : {}),
    detail: server ? 'mcp' : (stringOf(memberOf(tool, 'type')?.value) ?? 'function'),
    kind: server ? SymbolKind.Interface : SymbolKind.Function,
  };
}

/** The two halves of `audio`, which have no type of their own, with the choices that matter most. */
function* audioParts(session: SessionView): Generator<[number, string]> {
  const path = session.pathOf('inputFormat');
  if (path?.at(-3) !== 'audio') return;
  const audio = memberOf(session.node, 'audio')?.value;
  const input = memberOf(audio, 'input');
  const output = memberOf(audio, 'output');
  const typeIn = (part: Node | undefined, key: string) => stringOf(valueAt(part, key, 'type'));
  if (input)
    yield [
      input.property.offset,
      joined([typeIn(input.value, 'format'), typeIn(input.value, 'turn_detection')]),
    ];
  if (output) {
    const voice = memberOf(output.value, 'voice')?.value;
    const name = stringOf(voice) ?? stringOf(memberOf(voice, 'id')?.value);
    yield [output.property.offset, joined([name, typeIn(output.value, 'format')])];
  }
}
