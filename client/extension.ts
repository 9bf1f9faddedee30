import type { ExtensionContext } from 'vscode';
import { activateClient } from './activate';
import { createNodeClient } from './client.node';
import type { ServerConnection } from './connection';
import { provideTasks } from './tasks.node';

let server: ServerConnection | undefined;

/** Entry of VS Code's desktop and remote hosts. In: the extension's context. Never throws. */
export function activate(context: ExtensionContext): void {
  server = activateClient(context, (options) => createNodeClient(context, options));
  context.subscriptions.push(provideTasks(context));
}

/** Lets the server end its work before the host goes away. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
