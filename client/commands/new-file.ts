import { workspace } from 'vscode';
import templates from '../../schemas/templates.json';
import { LANGUAGE_ID } from '../../server/protocol';
import { kindName } from '../kinds';
import { openNewConfig } from '../open-config';
import { pick } from '../pick';
import { documentText, findValue } from '../template-text';
import type { ClientContext, Command } from './command';

const LAST_TEMPLATE = 'lastTemplate';

/** Opens a new document from a template; the one chosen last in this workspace comes first. */
export const newFile: Command = {
  id: 'realtimeConfig.newFile',
  goal: 'open a new Realtime config',
  run: async ({ extension }: ClientContext) => {
    const last = extension.workspaceState.get<string>(LAST_TEMPLATE);
    const items = templates.templates.map((template) => ({
      label: template.title,
      description: kindName(template.kind) + (template.id === last ? ' · chosen last' : ''),
      detail: template.description,
      template,
    }));
    items.sort((a, b) => Number(b.template.id === last) - Number(a.template.id === last));
    const choice = await pick(items, 'Start a Realtime config from');
    if (!choice) return;
    const { id, body, select } = choice.template;
    await extension.workspaceState.update(LAST_TEMPLATE, id);
    const text = documentText(body, userIndent());
    await openNewConfig(text, findValue(text, select));
  },
};

function userIndent(): string {
  const editor = workspace.getConfiguration('editor', { languageId: LANGUAGE_ID });
  if (!editor.get<boolean>('insertSpaces', true)) return '\t';
  return ' '.repeat(Number(editor.get('tabSize')) || 2);
}
