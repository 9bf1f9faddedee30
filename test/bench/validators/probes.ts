const config = (members: string) => ({ kind: 'sdk.session-config', text: `{${members}}` });
const request = (members: string) => ({
  kind: 'sdk.session-request',
  text: `{"model": "gpt-4o-realtime-preview", ${members}}`,
});
const response = (expiry: string) => ({
  kind: 'sdk.session-response',
  text: JSON.stringify({
    id: 'sess_1',
    object: 'realtime.session',
    webrtc_url: 'https://realtime.example/sess_1',
    created_at: '2026-11-22T12:00:00Z',
    expires_at: expiry,
    status: 'active',
    config: {},
    ephemeral_key: 'ek_1',
  }),
});

/** Six ordinary mistakes whose messages are compared. */
export const sampleMistakes = [
  { title: 'wrong letter case', ...request('"voice": "Alloy"') },
  { title: 'object for a text or null', ...request('"instructions": {}') },
  { title: 'half a turn detection', ...config('"turn_detection": {"threshold": 0.5}') },
  { title: 'unknown turn detection type', ...config('"turn_detection": {"type": "servervad"}') },
  { title: 'number too large', ...request('"max_response_output_tokens": 4294967296') },
  { title: 'one tool without a list', ...config('"tools": {"type": "function"}') },
];

/** What a document's value alone, or JSON Schema, does not show; the title says what the SDK does. */
export const blindSpots = [
  { title: 'repeated key (refused)', ...request('"temperature": 0.7, "temperature": 0.8') },
  { title: '`300.0` for a whole number (refused)', ...request('"max_response_output_tokens": 300.0') },
  { title: '`-0` for a whole number (refused)', ...request('"max_response_output_tokens": -0') },
  { title: 'enum in map form (read)', ...request('"voice": {"alloy": null}') },
  { title: 'struct as an array (read)', ...config('"turn_detection": ["server_vad", 0.5, 300, 500]') },
  { title: 'misspelt key (dropped)', ...request('"instuctions": "Be brief."') },
  { title: 'date without a colon in the zone (read)', ...response('2026-11-22T13:00:00+0100') },
  { title: 'Unix time in a string (refused)', ...response('1763812800') },
  { title: 'second 60 as chrono reads it (read)', ...response('2026-11-22T12:30:60Z') },
  { title: 'half a surrogate pair (refused)', ...request('"instructions": "\\ud83c"') },
  { title: 'a number beyond a double (refused)', ...request('"temperature": 1e400') },
  {
    title: "slip in a tool's parameters (passed on)",
    ...config(
      '"tools": [{"type": "function", "name": "f", "description": "d", "parameters": {"type": "strnig"}}]',
    ),
  },
];
