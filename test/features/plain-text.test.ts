import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverIn, itemsIn, plainText } from '../../server/features/plain-text';
import { connect } from '../server/lsp';

test('marks go, and what they mark stays', () => {
  assert.equal(
    plainText(
      '**audio.input** `object`\n\nOnly for `a*b**c`. **Deprecated.** [Reference](https://x.y/z) · now',
    ),
    'audio.input object\n\nOnly for a*b**c. Deprecated. Reference: https://x.y/z · now',
  );
});

test('who shows Markdown, or does not say, gets it', () => {
  const hover = { contents: { kind: 'markdown' as const, value: '**a**' } };
  const items = [{ label: 'a', documentation: { kind: 'markdown' as const, value: '`a`' } }, { label: 'b' }];
  for (const formats of [undefined, ['plaintext', 'markdown'] as const]) {
    assert.deepEqual(hoverIn(formats, hover), hover);
    assert.deepEqual(itemsIn(formats, items), items);
  }
  assert.deepEqual(hoverIn(['plaintext'], hover), { contents: { kind: 'plaintext', value: 'a' } });
  assert.deepEqual(itemsIn(['plaintext'], items), [
    { label: 'a', documentation: { kind: 'plaintext', value: 'a' } },
    { label: 'b' },
  ]);
});

test('the server goes by what the client shows', async () => {
  const editor = await connect({
    capabilities: {
      textDocument: {
        hover: { contentFormat: ['plaintext'] },
        completion: { completionItem: { documentationFormat: ['plaintext'] } },
      },
    },
  });
  const uri = await editor.open('{ "type": "realtime" }');
  const asked = { textDocument: { uri }, position: { line: 0, character: 3 } };
  const hover = await editor.request<{ contents: { kind: string; value: string } }>(
    'textDocument/hover',
    asked,
  );
  assert.equal(hover.contents.kind, 'plaintext');
  assert.match(hover.contents.value, /^type enum\n/);
  const items = await editor.request<{ documentation?: { kind: string } }[]>('textDocument/completion', {
    ...asked,
    position: { line: 0, character: 2 },
  });
  assert.ok(items.length > 0);
  assert.deepEqual([...new Set(items.map(({ documentation }) => documentation?.kind))], ['plaintext']);
  editor.stop();
});
