import type { ExtensionContext } from 'vscode';
import { activateClient } from './activate';
import { createWebClient } from './client.web';
import type { ServerConnection } from './connection';

let server: ServerConnection | undefined;

/** Entry of VS Code in a browser. In: the extension's context. Never throws. */
export function activate(context: ExtensionContext): void {
  server = activateClient(context, (options) => createWebClient(context, options));
}

/** Lets the server end its work before the host goes away. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
