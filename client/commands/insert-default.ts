import { Range, Selection, type TextEditor, window } from 'vscode';
import {
  type Insertable,
  type InsertDefaultArgs,
  type InsertDefaultResult,
  serverCommands,
} from '../../server/protocol';
import { openNewConfig, realtimeEditor } from '../open-config';
import type { ClientContext } from './command';

/**
 * Has the server insert a default at the cursor and brings it into view. In: the context and what to insert.
 * Without a Realtime config in front it offers one first. Rejects when the server cannot be reached or fails.
 */
export async function insertDefault({ server, output }: ClientContext, what: Insertable): Promise<void> {
  const editor = await realtimeEditor();
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const request: InsertDefaultArgs = {
    uri: editor.document.uri.toString(),
    position: { line, character },
    what,
  };
  const result = await server.request<InsertDefaultResult | null>('workspace/executeCommand', {
    command: serverCommands.insertDefault,
    arguments: [request],
  });
  if (result?.outcome === 'applied') await reveal(editor, result.range);
  else if (result?.outcome === 'new-document') await openNewConfig(result.text, { offset: 0, length: 0 });
  // The server has told the user already.
  else if (result?.outcome === 'refused') output.info(result.message);
  else if (!result) throw new Error('The language server gave no answer. Restart it and try again.');
}

type Applied = Extract<InsertDefaultResult, { outcome: 'applied' }>;

async function reveal({ document, viewColumn }: TextEditor, { start, end }: Applied['range']): Promise<void> {
  const editor = await window.showTextDocument(document, viewColumn);
  const range = new Range(start.line, start.character, end.line, end.character);
  // The cursor goes along, else the next key would scroll away from what was inserted.
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range);
}
