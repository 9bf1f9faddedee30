import { commands, type QuickPickItem, type TextDocument, ThemeIcon, window } from 'vscode';
import { type DocumentInfo, documentInfoRequest } from '../../server/protocol';
import { writeKindChoice } from '../kind-choice';
import { kindName, kindSourceText, kinds } from '../kinds';
import { realtimeEditor } from '../open-config';
import { pick } from '../pick';
import { stateKind } from '../state-kind';
import type { ClientContext, Command } from './command';

interface KindItem extends QuickPickItem {
  /** Undefined for "automatic". */
  kindId: string | undefined;
}

/** Lets the user choose the kind of the document in front, or go back to automatic. */
export const selectKind: Command = {
  id: 'realtimeConfig.selectKind',
  goal: 'set the kind of this document',
  run: async ({ server }) => {
    const document = (await realtimeEditor())?.document;
    if (!document) return;
    const info = await documentInfo(server, document);
    const items = kindItems(info, isStated(document, info));
    const current = items.find(({ iconPath }) => iconPath);
    const choice = await pick(items, 'What does this document hold?', current);
    if (!choice) return;
    if (document.isUntitled) return stateKind(document, choice.kindId);
    await writeKindChoice(document.uri, choice.kindId);
    await reportIfOverruled(server, document, choice.kindId);
  },
};

type Server = ClientContext['server'];

function documentInfo(server: Server, document: TextDocument): Promise<DocumentInfo | null> {
  return server.request<DocumentInfo | null>(documentInfoRequest, { uri: document.uri.toString() });
}

/** For an unsaved document the `$schema` key is where the choice is kept. */
function isStated(document: TextDocument, info: DocumentInfo | null): boolean {
  return info?.kindFrom === 'choice' || (document.isUntitled && info?.kindFrom === '$schema');
}

function kindItems(info: DocumentInfo | null, stated: boolean): KindItem[] {
  const found = info && !stated ? `now ${kindName(info.kind)}, ${kindSourceText(info.kindFrom)}` : '';
  const automatic: KindItem = {
    label: 'Automatic',
    description: found,
    detail: 'Goes by the file name and the content.',
    kindId: undefined,
    ...(stated ? {} : { iconPath: new ThemeIcon('check') }),
  };
  const each = kinds.map(
    ({ id, description }): KindItem => ({
      label: kindName(id),
      detail: description,
      kindId: id,
      ...(stated && info?.kind === id ? { iconPath: new ThemeIcon('check'), description: 'current' } : {}),
    }),
  );
  return [automatic, ...each];
}

const TRIES = 10;
const PAUSE_MS = 100;

/** A project file or a wider glob may decide otherwise: then the choice would seem to be lost. */
async function reportIfOverruled(
  server: Server,
  document: TextDocument,
  kind: string | undefined,
): Promise<void> {
  let info: DocumentInfo | null = null;
  for (let tries = 0; tries < TRIES; tries++) {
    info = await documentInfo(server, document);
    if (!info || (kind === undefined ? info.kindFrom !== 'choice' : info.kind === kind)) return;
    // The server hears of changed settings on its own way.
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  if (!info) return;
  const choice = await window.showWarningMessage(
    `This document stays "${kindName(info.kind)}": a ".realtimerc.json" above it or another entry of the setting "realtimeConfig.kinds" decides. Change it there.`,
    'Open settings',
  );
  if (choice) await commands.executeCommand('workbench.action.openSettings', 'realtimeConfig.kinds');
}
