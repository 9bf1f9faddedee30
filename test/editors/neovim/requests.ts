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
];
