import type { LogOutputChannel } from 'vscode';
import { type ErrorHandler, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { type InitializationOptions, LANGUAGE_ID, SETTINGS_SECTION } from '../server/protocol';
import { completionMiddleware } from './open-strings';

/** The name people see: on the output channel and in messages of the client library. */
export const CLIENT_NAME = 'Realtime Session Config';

/**
 * What every host tells the client library. In: the log and what to do when the connection breaks.
 * Out: options for a LanguageClient.
 */
export function clientOptions(output: LogOutputChannel, errorHandler: ErrorHandler): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    canOpenUntitled: true,
    canReadFiles: true,
    canFindFiles: true,
    canExplainRules: true,
    canConvert: true,
    canEditText: true,
    opensStrings: true,
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
    middleware: completionMiddleware,
    errorHandler,
  };
}
