import { MessageType } from 'vscode-languageserver';
import { layoutOf } from '../document/edits';
import { membersOf } from '../document/node';
import { textEdits } from '../document/text-edits';
import { pasteConfig } from '../features/paste/paste-config';
import type { PasteResult } from '../protocol';
import type { OpenDocument, Session } from '../session';
import { applyTo, ask, isRefused, openFor, refuse } from './edit-document';

const REPLACE = 'Replace document';
const NEW_DOCUMENT = 'New document';

/**
 * `realtimeConfig.server.pasteConfig`: makes the document of what was pasted. An empty document is filled; one that
 * holds something is replaced only after asking.
 * @param args `{ uri, text }` with what was pasted
 */
export async function runPasteConfig(session: Session, args: unknown): Promise<PasteResult> {
  const found = await openFor(session, args);
  if (isRefused(found)) return found;
  const { text } = args as { text?: unknown };
  if (typeof text !== 'string')
    return refuse(session, 'This command needs { uri, text }, with what was pasted.');
  const { doc, detected, settings } = found;
  const isBlank = doc.text.trim() === '' || (doc.root?.type === 'object' && membersOf(doc.root).length === 0);
  const { insertSpaces, tabSize, eol } = layoutOf(doc.text);
  const pasted = pasteConfig(text, {
    kind: detected.kind,
    isOpen: isBlank && detected.from === 'default',
    settings: settings.rules,
    indent: insertSpaces ? ' '.repeat(tabSize) : '\t',
  });
  if ('refused' in pasted) return refuse(session, pasted.refused);
  const content = pasted.text.replaceAll('\n', eol);
  if (!isBlank) {
    const choice = await askWhere(session);
    if (choice === NEW_DOCUMENT) return { outcome: 'new-document', text: pasted.text, notes: pasted.notes };
    if (choice !== REPLACE) return { outcome: 'cancelled' };
  }
  return replace(session, found, content, pasted.notes);
}

function askWhere(session: Session): Promise<string | undefined> {
  const actions = [REPLACE, ...(session.options.canOpenUntitled ? [NEW_DOCUMENT] : [])];
  return ask(
    session,
    MessageType.Warning,
    'Replace this document by what you paste? Undo brings it back.',
    actions,
  );
}

async function replace(
  session: Session,
  found: OpenDocument,
  content: string,
  notes: readonly string[],
): Promise<PasteResult> {
  const edits = textEdits(found.doc.text, content);
  if (edits.length === 0) return refuse(session, 'The document is this already.');
  const applied = await applyTo(session, found, edits);
  if (applied.outcome !== 'applied') return applied;
  for (const note of notes) session.connection.console.info(note);
  return { ...applied, notes };
}
