/** Strings that break what is not escaped rightly. */
const nasty = [
  `it's "quoted" \`ticks\` $HOME $(touch pwned) \${x} !! %s \\n \\`,
  "'; rm -rf x #' '\\'' ''",
  'line\nfeed\r\ncarriage\rtab\tbell\u0007null\u0000escape\u001b',
  'separators \u2028 \u2029 \u0085 \ufeff, direction \u202e\u2066, joiner \u200d',
  'é ß 漢字 😀 👩‍👩‍👧 \u{e0001}',
  '"""triple""" \'\'\' */ // # -- {{ }} {0} r#"raw"#',
];

/** A session of today with such strings in every kind of place. */
export const hostileSession = {
  type: 'realtime',
  model: 'gpt-realtime-2.1',
  instructions: nasty.join(' | '),
  tools: [
    {
      type: 'function',
      name: 'f',
      description: nasty[0],
      parameters: {
        type: 'object',
        properties: JSON.parse(
          `{ "__proto__": { "type": "string" }, "class": { "const": true }, "a-b": { "enum": [null, false, 1.5e3, -7] } }`,
        ) as unknown,
        description: nasty[1],
        examples: nasty,
        maximum: 1.5e21,
      },
    },
  ],
  tracing: { workflow_name: nasty[4], metadata: Object.fromEntries(nasty.map((text, at) => [text, at])) },
};

/** A request of the SDK with such strings. */
export const hostileRequest = {
  model: 'gpt-4o-realtime-preview',
  config: {
    turn_detection: { type: 'server_vad', threshold: 1, prefix_padding_ms: 300 },
    tools: [
      {
        type: 'function',
        name: 'f',
        description: nasty.join(''),
        parameters: hostileSession.tools[0]?.parameters,
      },
      { type: 'function', name: 'g', description: '', parameters: null },
    ],
    modalities: ['text', 'audio'],
  },
  instructions: nasty.join('\n'),
  voice: 'shimmer',
  temperature: 1e39,
};
