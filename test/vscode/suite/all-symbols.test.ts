import * as vscode from 'vscode';
import { closeAll, fixtureUri, openText, waitFor } from './support';

// Early, by its name: once a Markdown document was open, VS Code's own support for Markdown answers too, and in 1.91 it waits for ever on a
// file system without a search.
describe('symbols of the workspace', () => {
  afterEach(closeAll);

  it('finds the tools of every file of the workspace, open or not, and of what is not saved', async () => {
    await openText('{ "type": "realtime", "tools": [{ "type": "function", "name": "look_unsaved" }] }');
    const found = async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'look',
      );
      return symbols.map(
        ({ name, location }) => `${name} ${location.uri.scheme} ${location.uri.path.split('/').at(-1)}`,
      );
    };
    const { scheme } = fixtureUri('tools.realtime.json');
    const expected = [`look_up ${scheme} tools.realtime.json`, 'look_unsaved untitled '];
    // Other tests may have left files of their own.
    const count = (all: string[]) =>
      expected.map((start) => all.filter((one) => one.startsWith(start)).length).join();
    await waitFor(found, (all) => count(all) === '1,1', 'each symbol of the workspace once');
  });
});
