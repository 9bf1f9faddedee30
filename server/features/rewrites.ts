import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { targetsOf } from '../conversions/pairs';
import { pathOf, pathOfPointer, pointer, valueAt } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import { kindById } from '../kinds/catalogue';
import { CONVERT, insertables, serverCommands } from '../protocol';
import { EDIT_AS_TEXT_KIND, editAsTextActions } from './edit-as-text';
import { canWriteDefaults, isUpdateKind, lacksDefaults, objectAt } from './fill-defaults';
import { planInsert } from './insert-default';
import { toRange } from './ranges';

/** The kind of every rewrite. */
export const REWRITE = `${CodeActionKind.RefactorRewrite}.realtime`;

/** The kinds of rewrite that are offered, each below `refactor.rewrite.realtime`. */
export const rewriteKinds = {
  convert: `${REWRITE}.convert`,
  insertDefault: `${REWRITE}.insertDefault`,
  fillDefaults: `${REWRITE}.fillDefaults`,
  removeDefaults: `${REWRITE}.removeDefaults`,
  sortKeys: `${REWRITE}.sortKeys`,
  editAsText: EDIT_AS_TEXT_KIND,
} as const;

/** What rewrites depend on besides the document. */
export interface RewriteContext {
  /** Whether the client shows a conversion before it is made. */
  readonly canConvert?: boolean;
  /** Whether the client can open a string as a text of its own. */
  readonly canEditText?: boolean;
  /** Whether a kind of action is asked for. */
  readonly wants: (kind: string) => boolean;
}

/**
 * What can be made of a document, or of the object at the cursor, besides repairs: nothing is wrong without them. What takes
 * some work is a command, so that it is reckoned only for who chooses it.
 */
export function rewrites(
  doc: RealtimeDocument,
  kind: string,
  range: Range,
  context: RewriteContext,
): CodeAction[] {
  const offset = doc.positions.offsetAt(range.start);
  const { uri } = doc;
  const actions: CodeAction[] = [];
  if (context.canEditText && context.wants(rewriteKinds.editAsText)) {
    actions.push(...editAsTextActions(doc, kind, offset));
  }
  if (context.wants(rewriteKinds.convert))
    actions.push(...conversions(doc, kind, context.canConvert ?? false));
  const offer = (title: string, of: string, command: string, args: object) => {
    if (context.wants(of)) actions.push({ title, kind: of, command: { title, command, arguments: [args] } });
  };
  if (!canWriteDefaults(doc, kind)) return actions;
  if (context.wants(rewriteKinds.insertDefault)) {
    for (const what of insertables) actions.push(...insertHere(doc, kind, what, offset));
  }
  const { fillDefaults, removeDefaults, sortKeys } = serverCommands;
  if (lacksDefaults(doc, kind, offset)) {
    const title = `Write out the defaults of ${objectName(doc, offset)}`;
    offer(title, rewriteKinds.fillDefaults, fillDefaults, { uri, position: range.start });
  }
  if (!isUpdateKind(kind)) {
    offer('Write out every default', rewriteKinds.fillDefaults, fillDefaults, { uri });
    offer('Remove values equal to the default', rewriteKinds.removeDefaults, removeDefaults, { uri });
  }
  offer('Sort keys into schema order', rewriteKinds.sortKeys, sortKeys, { uri });
  return actions;
}

/** What the author calls the object at an offset. */
function objectName(doc: RealtimeDocument, offset: number): string {
  const path = pathOf(objectAt(doc.root, offset) ?? { type: 'object', offset: 0, length: 0 });
  const name = path.reduce<string>(
    (text, step) => text + (typeof step === 'number' ? `[${step}]` : `.${step}`),
    '',
  );
  return name === '' ? 'the outermost object' : `"${name.slice(1)}"`;
}

/** Documents of the Rust crate and of the removed API can be brought to today's API from anywhere in them. */
function conversions(doc: RealtimeDocument, kindId: string, canConvert: boolean): CodeAction[] {
  const kind = kindById(kindId);
  if (!kind || kind.dialect === 'ga' || doc.root?.type !== 'object') return [];
  return targetsOf(kind, doc.root).map((to) => {
    const title = `Convert to ${to.title.toLowerCase()} (${to.id})`;
    const command = canConvert
      ? { title, command: CONVERT, arguments: [doc.uri, to.id] }
      : { title, command: serverCommands.convert, arguments: [{ uri: doc.uri, to: to.id }] };
    return { title, kind: rewriteKinds.convert, command };
  });
}

/** The insertion of a default that is absent, if it goes into the object at the cursor. */
function insertHere(
  doc: RealtimeDocument,
  kind: string,
  what: (typeof insertables)[number],
  offset: number,
): CodeAction[] {
  const target = kindById(kind)?.inserts[what];
  const here = objectAt(doc.root, offset);
  if (!target || !here) return [];
  const path = pathOfPointer(target);
  // Where objects on the way are absent too, it is offered in the one that gets them.
  const holder = path.findLastIndex(
    (_, length) => valueAt(doc.root, ...path.slice(0, length))?.type === 'object',
  );
  if (pointer(pathOf(here)) !== pointer(path.slice(0, holder))) return [];
  const plan = planInsert(doc, kind, what);
  if (plan.type !== 'edit') return [];
  const edit = { range: toRange(doc, plan.edit), newText: plan.edit.content };
  const title = `Insert the default "${path.at(-1)}"`;
  return [{ title, kind: rewriteKinds.insertDefault, edit: { changes: { [doc.uri]: [edit] } } }];
}
