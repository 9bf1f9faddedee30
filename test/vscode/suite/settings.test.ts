import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  diagnosticsOf,
  fixtureUri,
  isClean,
  offeredKeys,
  openFixture,
  openText,
  waitFor,
} from './support';

const setting = () =>
  vscode.workspace.getConfiguration('realtimeConfig', fixtureUri('ambiguous.realtime.json'));
const target = vscode.ConfigurationTarget.Workspace;

describe('settings', () => {
  afterEach(async () => {
    await closeAll();
    await setting().update('kinds', undefined, target);
    await setting().update('defaultKind', undefined, target);
  });

  it('kinds changes the kind of an open document at once', async () => {
    const editor = await openFixture('ambiguous.realtime.json');
    await diagnosticsOf(editor.document.uri, isClean);
    await setting().update('kinds', { 'ambig*.realtime.json': 'sdk.session-request' }, target);
    const found = await diagnosticsOf(editor.document.uri, (all) => all.length > 0);
    assert.ok(found.some((one) => ['missing-property', 'unknown-property'].includes(codeOf(one))));
    assert.ok((await offeredKeys(editor)).includes('model'));
    await setting().update('kinds', undefined, target);
    await diagnosticsOf(editor.document.uri, isClean);
  });

  it('defaultKind changes what an empty document is taken for', async () => {
    const editor = await openText('{\n}');
    assert.ok((await offeredKeys(editor)).includes('model'));
    await setting().update('defaultKind', 'sdk.session-config', target);
    const keys = await waitFor(
      () => offeredKeys(editor),
      (offered) => offered.includes('turn_detection'),
      'the keys of a session config',
    );
    assert.ok(!keys.includes('instructions'));
  });
});
