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

/** Lists that have been asked for and not come back as a question yet; each until it is too old to come. */
let asked: { until: number }[] = [];

/** So long after VS Code has taken the wish for a list, its question may come. */
const PATIENCE_MS = 2000;

/**
 * Opens the list of completions when a quote is typed that opens a string; see `opensStrings` of the protocol for why
 * the quote is no trigger character. Out: a Disposable that ends it.
 */
export function openStrings(): Disposable {
  return workspace.onDidChangeTextDocument((event) => {
    if (!typesQuote(event)) return;
    const wish = { until: Number.POSITIVE_INFINITY };
    asked.push(wish);
    const taken = () => {
      wish.until = performance.now() + PATIENCE_MS;
    };
    // As if typed: an empty list does not open.
    commands.executeCommand('editor.action.triggerSuggest', { auto: true }).then(taken, taken);
  });
}

/**
 * Whoever types fast may be elsewhere when the list is asked for, behind the string, where Enter would accept from a list of something
 * else: there it must not open. Several lists may be under way; any of them may be the one that comes.
 */
export const completionMiddleware: Middleware = {
  provideCompletionItem: (document, position, context, token, next) => {
    const isOurs = context.triggerKind === CompletionTriggerKind.Invoke && takeWish();
    if (isOurs && !isInString(document, position)) return [];
    return next(document, position, context, token);
  },
};

function takeWish(): boolean {
  const now = performance.now();
  asked = asked.filter(({ until }) => until > now);
  return asked.shift() !== undefined;
}

/** Whether the cursor stands in a string: a quote there would end it. */
function isInString(document: TextDocument, cursor: Position): boolean {
  const before = document.lineAt(cursor.line).text.slice(0, cursor.character);
  return !opensString(before);
}

/** Whether a change is a quote that opens a string, typed by hand. */
function typesQuote({ document, contentChanges, reason }: TextDocumentChangeEvent): boolean {
  const [change, more] = contentChanges;
  if (!change || more || reason !== undefined || document.languageId !== LANGUAGE_ID) return false;
  // Most editors close the string at once.
  if (change.text !== '"' && change.text !== '""') return false;
  if (window.activeTextEditor?.document !== document) return false;
  if (!workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters')) return false;
  const { start } = change.range;
  return opensString(document.lineAt(start.line).text.slice(0, start.character));
}
