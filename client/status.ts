import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import { type DocumentInfo, documentInfoRequest, LANGUAGE_ID, NO_KIND } from '../server/protocol';
import type { ServerConnection, ServerState } from './connection';
import { kindName, kindSourceText, problemsText } from './kinds';

interface StatusItems {
  kind: LanguageStatusItem;
  conversion: LanguageStatusItem;
  problems: LanguageStatusItem;
  server: LanguageStatusItem;
}

/**
 * The entries under `{}` in the status bar while one of our documents is in front: kind, problems, server.
 * In: the connection. Out: a Disposable that removes them.
 */
export function showStatus(server: ServerConnection): Disposable {
  const items = createItems();
  let latest = 0;

  const refresh = async (): Promise<void> => {
    const turn = ++latest;
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE_ID || server.state() !== 'running') return;
    const info = await server
      .request<DocumentInfo | null>(documentInfoRequest, { uri: document.uri.toString() })
      .catch(() => null);
    // An answer that was overtaken by another editor or a newer question says nothing any more.
    if (info && turn === latest) showDocument(items, info);
  };
  const update = (): void => void refresh();
  const onState = (state: ServerState): void => {
    showServer(items, state);
    update();
  };
  onState(server.state());
  return Disposable.from(
    ...Object.values(items),
    server.onDidChangeState(onState),
    window.onDidChangeActiveTextEditor(update),
    server.onDidChangeDocumentInfo((uri) => {
      if (window.activeTextEditor?.document.uri.toString() === uri) update();
    }),
  );
}

function createItems(): StatusItems {
  const create = (id: string, name: string, title: string, command: string): LanguageStatusItem => {
    const item = languages.createLanguageStatusItem(`realtimeConfig.${id}`, { language: LANGUAGE_ID });
    item.name = name;
    item.command = { title, command: `realtimeConfig.${command}` };
    return item;
  };
  return {
    kind: create('kind', 'Realtime config kind', 'Choose kind', 'selectKind'),
    conversion: create('conversion', 'Realtime config conversion', 'Convert', 'convert'),
    problems: create('problems', 'Realtime config problems', 'Open schema', 'openSchema'),
    server: create('server', 'Realtime language server', 'Restart', 'restartServer'),
  };
}

function showDocument(items: StatusItems, info: DocumentInfo): void {
  items.kind.text = kindName(info.kind);
  items.kind.detail = kindSourceText(info.kindFrom);
  items.conversion.text = info.kind === NO_KIND ? 'No other form' : 'Other forms';
  items.conversion.detail = info.kind === NO_KIND ? 'of another API' : 'an envelope, or today’s API';
  const isChecked = info.kind !== NO_KIND || info.errors > 0;
  items.problems.text = isChecked ? problemsText(info.errors, info.warnings) : 'not checked';
  items.problems.detail =
    info.kind === NO_KIND ? 'no document of the Realtime API' : `checked as "${info.kindTitle}"`;
}

const serverTexts: Record<ServerState, string> = {
  off: 'Language server not started',
  starting: 'Language server starting',
  running: 'Language server running',
  down: 'Language server stopped',
};

function showServer(items: StatusItems, state: ServerState): void {
  const down = state === 'down';
  items.server.text = serverTexts[state];
  items.server.severity = down ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  for (const item of Object.values(items)) item.busy = state === 'starting';
  if (state === 'running') return;
  items.conversion.text = 'Other forms';
  items.conversion.detail = '';
  items.kind.text = 'Realtime config';
  items.kind.detail = down ? 'kind unknown without the server' : '';
  items.problems.text = down ? 'not checked' : 'checking';
  items.problems.detail = '';
}
