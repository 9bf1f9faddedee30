import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announced, unused } from './capabilities';

test('says what to do about a capability that no editor uses', () => {
  const capabilities = {
    hoverProvider: true,
    renameProvider: { prepareProvider: true },
    codeLensProvider: false,
    completionProvider: { triggerCharacters: ['"'] },
    mindReadingProvider: true,
  };
  const sent = new Set(['textDocument/completion', 'textDocument/hover', 'textDocument/rename']);
  assert.deepEqual(
    announced(capabilities).flatMap((one) => unused(one, sent)),
    [
      'The server announces "renameProvider.prepareProvider", and no editor uses it: add an entry to test/editors/neovim/requests.ts, or a step, for textDocument/prepareRename.',
      'The server announces "mindReadingProvider", which test/editors/capabilities.ts does not know: add to USES what a client sends for it.',
    ],
  );
});
