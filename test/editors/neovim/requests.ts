/**
 * Something that Neovim's client asks the server, and what it must be told. One entry for each capability that Neovim
 * 0.7 has no key or command for; the rest is used as people use it, in `neovim.test.ts`.
 */
export interface AskedRequest {
  readonly method: string;
  /** The document; a `|` is the cursor, whose position then goes along. */
  readonly text: string;
  /** What else goes along, besides document and position. */
  readonly params?: object;
  /** What is compared with `answer`; the whole result when left out. */
  // biome-ignore lint/suspicious/noExplicitAny: as wide as the protocol
  readonly see?: (result: any) => unknown;
  readonly answer: unknown;
}

const session = '{\n  "type": "realtime",\n  "audio": {\n    "output": { "voice": "marin" }\n  }\n}\n';

/** A tool and the choice of it, with the cursor in the choice. */
export const TOOL = `{
  "type": "realtime",
  "tools": [{ "type": "function", "name": "look_up" }],
  "tool_choice": { "type": "function", "name": "look|_up" }
}
`;

export const requests: readonly AskedRequest[] = [
  {
    method: 'textDocument/diagnostic',
    text: '{\n  "type": "realtime",\n  "voice": "marin"\n}\n',
    see: ({ kind, items }) => [kind, items.map(({ code }: { code: string }) => code)],
    answer: ['full', ['moved-key']],
  },
  {
    method: 'textDocument/foldingRange',
    text: session,
    see: (ranges) => ranges.map(({ startLine, endLine }: Record<string, number>) => [startLine, endLine]),
    answer: [
      [2, 3],
      [0, 4],
    ],
  },
  {
    method: 'textDocument/selectionRange',
    text: session,
    params: { positions: [{ line: 3, character: 26 }] },
    see: ([innermost]) => {
      const widths: number[] = [];
      for (let at = innermost; at && at.range.start.line === 3; at = at.parent)
        widths.push(at.range.end.character - at.range.start.character);
      return widths;
    },
    answer: [5, 7, 16, 18, 20, 30],
  },
  {
    method: 'textDocument/inlayHint',
    text: '{\n  "type": "realtime",\n  "audio": {\n    "output": {}\n  }\n}\n',
    params: { range: { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } } },
    see: (hints) =>
      hints.map(({ label, position }: { label: string; position: { line: number } }) => [
        position.line,
        label,
      ]),
    answer: [
      [4, 'max_output_tokens "inf"'],
      [3, 'voice (the server picks a voice) · speed 1'],
    ],
  },
  {
    method: 'textDocument/documentLink',
    text: '{\n  "tools": [{ "type": "mcp", "server_label": "files", "server_url": "https://files.example/mcp" }]\n}\n',
    see: (links) => links.map(({ target }: { target: string }) => target),
    answer: ['https://platform.openai.com/docs/guides/function-calling', 'https://files.example/mcp'],
  },
  {
    method: 'textDocument/prepareRename',
    text: TOOL,
    answer: {
      placeholder: 'look_up',
      range: { start: { line: 3, character: 48 }, end: { line: 3, character: 55 } },
    },
  },
];
