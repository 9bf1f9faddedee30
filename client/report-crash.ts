import { type Disposable, type LogOutputChannel, window } from 'vscode';
import type { ServerConnection } from './connection';

const RESTART = 'Restart';
const SHOW_OUTPUT = 'Show output';

/**
 * Tells the user, once per crash, that the server is gone for good and lets them act. In: the connection and
 * the log. Out: a Disposable that ends the watch.
 */
export function reportCrash(server: ServerConnection, output: LogOutputChannel): Disposable {
  return server.onDidChangeState((state) => {
    if (state === 'down') ask(server, output).catch((error: unknown) => output.error(String(error)));
  });
}

async function ask(server: ServerConnection, output: LogOutputChannel): Promise<void> {
  const choice = await window.showErrorMessage(
    'The Realtime language server stopped, so Realtime configs are not checked or completed now. Restart it, or look in the output for the cause.',
    RESTART,
    SHOW_OUTPUT,
  );
  if (choice === SHOW_OUTPUT) output.show(true);
  // A start that fails again comes back here by the state.
  if (choice === RESTART) await server.restart().catch(() => undefined);
}
