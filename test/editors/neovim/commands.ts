/**
 * A command of the server that Neovim's client runs in a document, as a mapping of somebody's own would, and what comes of it.
 * `insertDefault` has a command in the documented set-up and is used through that.
 */
export interface RunCommand {
  readonly command: string;
  readonly text: string;
  /** What goes along, besides the document. */
  readonly args?: object;
  /** The lines afterwards; the text stays as it is when left out. */
  readonly becomes?: readonly string[];
  /** What is compared with `answer`; nothing of the result when both are left out. */
  // biome-ignore lint/suspicious/noExplicitAny: as wide as the protocol
  readonly see?: (result: any) => unknown;
  readonly answer?: unknown;
}

const SESSION = '{ "model": "gpt-realtime-2.1", "type": "realtime", "truncation": "auto" }\n';

const TOOLS = '{\n  "type": "realtime",\n  "tools": [{ "type": "function", "name": "look_up" }]\n}\n';

export const commands: readonly RunCommand[] = [
  {
    command: 'realtimeConfig.server.fillDefaults',
    text: '{\n  "type": "realtime",\n  "audio": {\n    "output": {}\n  }\n}\n',
    args: { position: { line: 3, character: 15 } },
    becomes: [
      '{',
      '  "type": "realtime",',
      '  "audio": {',
      '    "output": {',
      '      "format": {',
      '        "type": "audio/pcm",',
      '        "rate": 24000',
      '      },',
      '      "speed": 1',
      '    }',
      '  }',
      '}',
    ],
  },
  {
    command: 'realtimeConfig.server.removeDefaults',
    text: SESSION,
    becomes: ['{ "model": "gpt-realtime-2.1", "type": "realtime" }'],
  },
  {
    command: 'realtimeConfig.server.sortKeys',
    text: SESSION,
    becomes: ['{ "type": "realtime", "model": "gpt-realtime-2.1", "truncation": "auto" }'],
  },
  {
    command: 'realtimeConfig.server.conversions',
    text: SESSION,
    see: (choices) => choices.map(({ id }: { id: string }) => id).slice(0, 2),
    answer: ['ga.session-update', 'ga.client-secret'],
  },
  {
    command: 'realtimeConfig.server.convert',
    text: SESSION,
    args: { to: 'ga.session-update' },
    becomes: [
      '{',
      '  "type": "session.update",',
      '  "session": {',
      '    "type": "realtime",',
      '    "model": "gpt-realtime-2.1",',
      '    "truncation": "auto"',
      '  }',
      '}',
    ],
  },
  {
    command: 'realtimeConfig.server.forms',
    text: SESSION,
    see: (choices) => choices.map(({ id }: { id: string }) => id).includes('curl'),
    answer: true,
  },
  {
    command: 'realtimeConfig.server.emit',
    text: SESSION,
    args: { as: 'json' },
    answer: {
      outcome: 'text',
      text: '{"type":"realtime","model":"gpt-realtime-2.1","truncation":"auto"}',
      notes: [],
    },
  },
  {
    command: 'realtimeConfig.server.findServerError',
    text: '{ "type": "realtime", "colour": 1 }\n',
    args: { text: '{ "error": { "message": "Unknown parameter", "param": "session.colour" } }' },
    see: ({ outcome, range }) => [outcome, range.start],
    answer: ['found', { line: 0, character: 22 }],
  },
  {
    command: 'realtimeConfig.server.toolRoom',
    text: TOOLS,
    see: ({ outcome, taken }) => [outcome, taken],
    answer: ['room', { function: ['look_up'], mcp: [] }],
  },
  {
    command: 'realtimeConfig.server.insertTool',
    text: TOOLS,
    args: { tool: { type: 'function', name: 'find' } },
    becomes: [
      '{',
      '  "type": "realtime",',
      '  "tools": [{ "type": "function", "name": "look_up" }, {"type": "function", "name": "find", "parameters": {"type": "object", "properties": {}}}]',
      '}',
    ],
  },
  {
    command: 'realtimeConfig.server.pasteTools',
    text: TOOLS,
    args: { text: '{ "type": "function", "function": { "name": "find" } }' },
    becomes: [
      '{',
      '  "type": "realtime",',
      '  "tools": [{ "type": "function", "name": "look_up" }, {"type": "function", "name": "find", "parameters": {"type": "object", "properties": {}}}]',
      '}',
    ],
  },
  {
    command: 'realtimeConfig.server.pasteConfig',
    text: '{}\n',
    args: { text: "{ type: 'realtime', model: 'gpt-realtime-2.1' }" },
    becomes: ['{', '  "type": "realtime",', '  "model": "gpt-realtime-2.1"', '}'],
  },
  {
    command: 'realtimeConfig.server.checkWorkspace',
    text: '{}\n',
    // Which folders are open depends on the version's set-up; one has been added in any case.
    see: ({ outcome, files }) => [outcome, files > 0],
    answer: ['done', true],
  },
];
