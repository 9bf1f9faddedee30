import type { LogOutputChannel } from 'vscode';
import {
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { type InitializationOptions, LANGUAGE_ID, SETTINGS_SECTION } from '../server/protocol';
import { closesString } from './closes-string';

/** The name people see: on the output channel and in messages of the client library. */
export const CLIENT_NAME = 'Realtime Session Config';

/**
 * A quote that ends a string asks for nothing. Answered here, because until the answer is there VS Code keeps the
 * list of before, and a fast Enter would accept from it.
 */
const middleware: Middleware = {
  provideCompletionItem: (document, position, context, token, next) => {
    const before = document.lineAt(position.line).text.slice(0, position.character);
    if (context.triggerCharacter === '"' && closesString(before)) return [];
    return next(document, position, context, token);
  },
};

/**
 * What every host tells the client library. In: the log and what to do when the connection breaks.
 * Out: options for a LanguageClient.
 */
export function clientOptions(output: LogOutputChannel, errorHandler: ErrorHandler): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    canOpenUntitled: true,
    canReadFiles: true,
    canExplainRules: true,
  };
  return {
    // No scheme: files, unsaved documents and virtual workspaces alike.
    documentSelector: [{ language: LANGUAGE_ID }],
    synchronize: { configurationSection: SETTINGS_SECTION },
    outputChannel: output,
    traceOutputChannel: output,
    // The connection tells the user itself, with buttons that act.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    initializationOptions,
    middleware,
    errorHandler,
  };
}
