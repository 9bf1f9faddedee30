import * as vscode from 'vscode';
import { closeAll, codeOf, diagnosticsOf, openText, waitFor } from './support';

describe('rules', () => {
  afterEach(closeAll);

  it('explainRule shows the page of the problem at the cursor', async () => {
    const editor = await openText('{\n  "type": "realtime",\n  "voi|ce": "marin"\n}\n');
    await diagnosticsOf(editor.document.uri, (found) => found.some((one) => codeOf(one) === 'moved-key'));
    await vscode.commands.executeCommand('realtimeConfig.explainRule');
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await waitFor(labels, (found) => found.some((label) => label.includes('moved-key')), 'the page');
  });
});
