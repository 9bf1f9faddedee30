import {
  CompletionTriggerKind,
  commands,
  type Disposable,
  type Position,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { LANGUAGE_ID } from '../server/protocol';
import { opensString } from './opens-string';

/** The quote that a list has been asked for, until the question comes back. */
let asked: { document: TextDocument; quote: Position } | undefined;

/**
 * Opens the list of completions when a quote is typed that opens a string; see `opensStrings` of the protocol for why
 * the quote is no trigger character. Out: a Disposable that ends it.
 */
export function openStrings(): Disposable {
  return workspace.onDidChangeTextDocument((event) => {
    const quote = quoteTyped(event);
    if (!quote) return;
    asked = { document: event.document, quote };
    // As if typed: an empty list does not open.
    void commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}

/** Whoever types fast may be elsewhere when the list is asked for; there it must not open. */
export const completionMiddleware: Middleware = {
  provideCompletionItem: (document, position, context, token, next) => {
    const question = context.triggerKind === CompletionTriggerKind.Invoke ? asked : undefined;
    if (question) asked = undefined;
    if (question?.document === document && !isInString(document, question.quote, position)) return [];
    return next(document, position, context, token);
  },
};

/** Whether a cursor stands in the string that a quote has opened. */
function isInString(document: TextDocument, quote: Position, cursor: Position): boolean {
  if (cursor.line !== quote.line || cursor.character <= quote.character) return false;
  return !opensString(document.lineAt(cursor.line).text.slice(0, cursor.character));
}

function quoteTyped({ document, contentChanges, reason }: TextDocumentChangeEvent): Position | undefined {
  const [change, more] = contentChanges;
  if (!change || more || reason !== undefined || document.languageId !== LANGUAGE_ID) return undefined;
  // Most editors close the string at once.
  if (change.text !== '"' && change.text !== '""') return undefined;
  if (window.activeTextEditor?.document !== document) return undefined;
  if (!workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters')) return undefined;
  const { start } = change.range;
  return opensString(document.lineAt(start.line).text.slice(0, start.character)) ? start : undefined;
}
