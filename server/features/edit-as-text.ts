import { type CodeAction, CodeActionKind, type CodeLens, type Command } from 'vscode-languageserver-types';
import { type Node, nodeAtOffset, nodeAtPointer, pointerOf, stringOf } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import { secretsIn } from '../document/secrets';
import { EDIT_AS_TEXT, type EditAsTextArgs, NO_KIND } from '../protocol';
import { toRange } from './ranges';

/** The kind of the action that opens a string as a text of its own. */
export const EDIT_AS_TEXT_KIND = `${CodeActionKind.RefactorRewrite}.realtime.editAsText`;

/** The key of what a model is told to be: always prose, however short it is as yet. */
export const PROMPT_KEY = 'instructions';

/** From so many characters on a sentence is no pleasure inside a JSON string. */
const LONG = 120;

/** Longer than names and most values. */
const NAME = 40;

/** The way to edit the string at an offset, or that of the key there, as text; none for names, addresses and secrets. */
export function editAsTextActions(doc: RealtimeDocument, kind: string, offset: number): CodeAction[] {
  const node = kind === NO_KIND ? undefined : valueNear(doc.root, offset);
  const text = stringOf(node);
  if (!node || text === undefined || !isEditable(doc, node)) return [];
  if (keyOf(node) !== PROMPT_KEY && !/\s/.test(text) && text.length <= NAME) return [];
  const command = openCommand(doc, node);
  return [{ title: command.title, kind: EDIT_AS_TEXT_KIND, command }];
}

/** A lens over every prompt and every other long text. */
export function editAsTextLenses(doc: RealtimeDocument, kind: string): CodeLens[] {
  if (kind === NO_KIND) return [];
  return longTexts(doc.root)
    .filter((node) => isEditable(doc, node))
    .map((node) => ({ range: toRange(doc, node), command: openCommand(doc, node) }));
}

function longTexts(node: Node | undefined): Node[] {
  const text = stringOf(node);
  if (!node || text === undefined) return (node?.children ?? []).flatMap(longTexts);
  if (node.parent?.type === 'property' && node.parent.children?.[0] === node) return [];
  const isLong = /\n|\r/.test(text) || (text.length >= LONG && /\s/.test(text));
  return isLong || keyOf(node) === PROMPT_KEY ? [node] : [];
}

function valueNear(root: Node | undefined, offset: number): Node | undefined {
  const node = nodeAtOffset(root, offset);
  const property = node?.type === 'property' ? node : node?.parent;
  const isKey = property?.type === 'property' && property.children?.[0] === node;
  return isKey || node?.type === 'property' ? property?.children?.[1] : node;
}

const keyOf = ({ parent }: Node): unknown =>
  parent?.type === 'property' ? parent.children?.[0]?.value : undefined;

/** Whether a string is whole, can be named by a pointer (of repeated keys only the last), and is no secret. */
function isEditable(doc: RealtimeDocument, node: Node): boolean {
  const source = doc.text.slice(node.offset, node.offset + node.length);
  return (
    /^"(?:[^"\\]|\\[\s\S])*"$/.test(source) &&
    nodeAtPointer(doc.root, pointerOf(node)) === node &&
    !secretsIn(doc).some((secret) => secret.node === node)
  );
}

function openCommand(doc: RealtimeDocument, node: Node): Command {
  const args: EditAsTextArgs = { uri: doc.uri, pointer: pointerOf(node) };
  return { title: 'Edit as text', command: EDIT_AS_TEXT, arguments: [args] };
}
