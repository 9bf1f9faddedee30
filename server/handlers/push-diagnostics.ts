import { diagnostics } from '../features/diagnostics';
import type { Session } from '../session';

/**
 * Publishes diagnostics to clients that do not pull them.
 * @param wanted whether this client needs them pushed; asked each time, since it is known only after `initialize`
 * @returns a function that publishes the diagnostics of one open document
 */
export function pushDiagnostics(
  { connection, open }: Session,
  wanted: () => boolean,
): (uri: string) => Promise<void> {
  return async (uri) => {
    const found = wanted() ? await open(uri) : undefined;
    if (!found) return;
    const { doc, detected, settings } = found;
    await connection.sendDiagnostics({ uri, diagnostics: diagnostics(doc, detected.kind, settings.rules) });
  };
}
