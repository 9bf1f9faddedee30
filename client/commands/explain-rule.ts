import { commands, languages, Uri, window } from 'vscode';
import { EXPLAIN_RULE } from '../../server/protocol';
import { pick } from '../pick';
import type { Command } from './command';

const SOURCE = 'realtime';

/** Shows the page of a rule: of the one that is named, else of the problem at the cursor, else of one that is chosen. */
export const explainRule: Command = {
  id: EXPLAIN_RULE,
  goal: 'show the page of the rule',
  run: async ({ extension }, named) => {
    const code = typeof named === 'string' ? named : await codeAtCursor();
    if (code === undefined) return;
    const page = Uri.joinPath(extension.extensionUri, 'docs', 'rules', `${code}.md`);
    await commands.executeCommand('markdown.showPreview', page);
  },
};

async function codeAtCursor(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const own = editor
    ? languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === SOURCE)
    : [];
  const here = editor ? own.filter(({ range }) => range.contains(editor.selection.active)) : [];
  const codes = (of: typeof own) => [...new Set(of.map(({ code }) => codeText(code)))];
  const [first, ...more] = codes(here);
  if (first !== undefined && more.length === 0) return first;
  const choices = codes(here.length > 0 ? here : own);
  if (choices.length === 0) {
    // Nothing is wrong here: the list of all pages says what could be.
    return 'README';
  }
  const item = await pick(
    choices.map((label) => ({
      label,
      detail: own.find(({ code }) => codeText(code) === label)?.message ?? '',
    })),
    'Which problem shall be explained?',
  );
  return item?.label;
}

function codeText(code: { value: string | number } | string | number | undefined): string {
  return String(typeof code === 'object' ? code.value : code);
}
