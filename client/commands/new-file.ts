import { type QuickPickItem, QuickPickItemKind, workspace } from 'vscode';
import templates from '../../schemas/templates.json';
import { LANGUAGE_ID } from '../../server/protocol';
import { kindName } from '../kinds';
import { openNewConfig } from '../open-config';
import { ownTemplates } from '../own-templates';
import { pick } from '../pick';
import { documentText, findValue } from '../template-text';
import type { ClientContext, Command } from './command';

const LAST_TEMPLATE = 'lastTemplate';

interface TemplateItem extends QuickPickItem {
  /** Undefined of a heading. */
  id?: string;
  open?: () => Promise<unknown>;
}

/**
 * Opens a new document from a template, the user's own first; the one chosen last in this workspace leads. May be told a
 * template's id.
 */
export const newFile: Command = {
  id: 'realtimeConfig.newFile',
  goal: 'open a new Realtime config',
  run: async ({ extension }: ClientContext, wanted) => {
    const last = extension.workspaceState.get<string>(LAST_TEMPLATE);
    const own = (await ownTemplates()).map(
      ({ id, title, place, read }): TemplateItem => ({
        label: title,
        description: mark('', id === last),
        detail: place,
        id,
        open: async () => openNewConfig(await read(), { offset: 0, length: 0 }),
      }),
    );
    const bundled = templates.templates.map(
      ({ id, title, kind, description, body, select }): TemplateItem => ({
        label: title,
        description: mark(kindName(kind), id === last),
        detail: description,
        id,
        open: () => {
          const text = documentText(body, userIndent());
          return openNewConfig(text, findValue(text, select));
        },
      }),
    );
    const asked = [...own, ...bundled].find(({ id }) => id === wanted);
    const choice = asked ?? (await pick(listed(own, bundled, last), 'What is the new document for?'));
    if (!choice?.open) return;
    await extension.workspaceState.update(LAST_TEMPLATE, choice.id);
    await choice.open();
  },
};

/** The list as it is shown: what was chosen last, then the user's own, then ours, each under its heading. */
function listed(
  own: readonly TemplateItem[],
  bundled: readonly TemplateItem[],
  last: string | undefined,
): TemplateItem[] {
  const chosen = [...own, ...bundled].filter(({ id }) => id === last);
  const rest = (items: readonly TemplateItem[]) => items.filter(({ id }) => id !== last);
  const heading = (label: string): TemplateItem => ({ label, kind: QuickPickItemKind.Separator });
  const isDivided = own.length > 0;
  return [
    ...chosen,
    ...(isDivided ? [heading('Your templates'), ...rest(own), heading('Templates')] : []),
    ...rest(bundled),
  ];
}

const mark = (text: string, isLast: boolean) =>
  [text, isLast ? 'chosen last' : ''].filter((part) => part !== '').join(' · ');

function userIndent(): string {
  const editor = workspace.getConfiguration('editor', { languageId: LANGUAGE_ID });
  if (!editor.get<boolean>('insertSpaces', true)) return '\t';
  return ' '.repeat(Number(editor.get('tabSize')) || 2);
}
