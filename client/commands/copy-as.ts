import { env, window } from 'vscode';
import { type Choice, type EditResult, serverCommands, type Written } from '../../server/protocol';
import { keepNotes } from '../conversion/previews';
import { showNotes } from '../conversion/show';
import { fileName } from '../file-name';
import { thingsText } from '../kinds';
import { realtimeEditor } from '../open-config';
import { pick } from '../pick';
import { askServer } from '../server-command';
import type { ClientContext, Command } from './command';

const LAST_FORM = 'lastCopyForm';
const SHOW_NOTES = 'Show notes';

/** Copies the document in a form to use elsewhere: as an event, a request, a command, or code. May be told the form. */
export const copyAs: Command = {
  id: 'realtimeConfig.copyAs',
  goal: 'copy this document',
  run: async (context, wanted) => {
    const document = (await realtimeEditor())?.document;
    if (!document) return;
    const uri = document.uri.toString();
    const forms = await askServer<Choice[]>(context, serverCommands.forms, { uri });
    const form = forms.find(({ id }) => id === wanted) ?? (await chooseForm(context, forms));
    if (!form) return;
    const written = await askServer<Written | EditResult>(context, serverCommands.emit, { uri, as: form.id });
    if (written.outcome !== 'text') return;
    await env.clipboard.writeText(written.text);
    // Not awaited: it is done, whenever the message is closed.
    void tellCopied(form, written, fileName(document.uri));
  },
};

/** The form that was chosen last in this workspace comes first. */
async function chooseForm(
  { extension }: ClientContext,
  forms: readonly Choice[],
): Promise<Choice | undefined> {
  if (forms.length === 0) {
    void window.showInformationMessage('This is a document of another API, which can be copied as it is.');
    return undefined;
  }
  const last = extension.workspaceState.get<string>(LAST_FORM);
  const items = forms.map((form) => ({
    label: form.title,
    description: form.id === last ? 'chosen last' : '',
    detail: form.description,
    form,
  }));
  items.sort((a, b) => Number(b.form.id === last) - Number(a.form.id === last));
  const form = (await pick(items, 'Copy this document as'))?.form;
  if (form) await extension.workspaceState.update(LAST_FORM, form.id);
  return form;
}

async function tellCopied({ title }: Choice, { notes }: Written, source: string): Promise<void> {
  if (notes.length === 0) {
    window.setStatusBarMessage(`Copied: ${title}`, 5000);
    return;
  }
  const lost = `${thingsText(notes.length)} could not be carried over as written.`;
  const choice = await window.showInformationMessage(`Copied: ${title}. ${lost}`, SHOW_NOTES);
  if (choice === SHOW_NOTES) await showNotes(keepNotes(notes, source));
}
