import * as fc from 'fast-check';
import { patternOf } from '../drift/pattern';
import type { Json } from './json';

/** What the API takes at a place, where that is not quite what its types say. */
export interface LiveRule {
  /** Kinds and paths as in `test/drift/exceptions.json`; without kinds all of them. */
  readonly kinds?: readonly string[];
  readonly paths: readonly string[];
  /** The key has to be there. */
  readonly required?: true;
  /** `type` of the object → keys that belong to other types. */
  readonly foreign?: Readonly<Record<string, readonly string[]>>;
  /** `null` is taken, too; it is not generated. */
  readonly nullable?: true;
  /** What to generate in place of what the types say. */
  readonly value?: fc.Arbitrary<unknown>;
  /** How many entries there may be. */
  readonly items?: readonly [number, number];
  /** Values that the types take and the API refuses. */
  readonly bad?: readonly unknown[];
  /** Keys of its author's own that the API refuses. */
  readonly badKeys?: readonly string[];
  /** Puts right what no single key decides. */
  readonly adjust?: (value: Record<string, Json>) => void;
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const whole = (min: number, max: number) => fc.integer({ min, max });
const fits = (pattern: RegExp) => fc.stringMatching(pattern);

const reasoning = ['gpt-realtime-2.1', 'gpt-realtime-2.1-mini', 'gpt-realtime-2'];
const withoutVad = ['gpt-realtime-whisper', 'gpt-live-transcribe'];
const addresses = ['server_url', 'connector_id', 'tunnel_id'];

/** The one table of it. Sources: the fact sheet's sections 2 to 7 and 9, and `test/drift/exceptions.json`. */
export const liveRules: readonly LiveRule[] = [
  // Required although the types say optional.
  {
    paths: ['*put.format<audio/pcm>.rate', '*put.format<*>.type', '*tools[]<function>.name'],
    required: true,
  },
  { paths: ['response.input[]<message><*>.content[]*.type'], required: true },
  // One interface stands for several parts.
  {
    paths: ['*<user>.content[]'],
    foreign: {
      input_text: ['audio', 'transcript', 'image_url', 'detail'],
      input_audio: ['text', 'image_url', 'detail'],
      input_image: ['text', 'audio', 'transcript'],
    },
  },
  {
    paths: ['*<assistant>.content[]'],
    foreign: { output_text: ['audio', 'transcript'], output_audio: ['text'] },
  },
  // null turns them off, say the comments.
  { paths: ['*audio.input.noise_reduction', '*audio.input.transcription'], nullable: true },
  // Objects that the types call unknown.
  {
    paths: ['*tools[]<function>.parameters', '*tracing.metadata'],
    value: fc.dictionary(fits(/^[a-z_]{1,9}$/), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
    bad: ['text', 3, true, []],
  },
  // Sizes and ranges, which TypeScript cannot say.
  { paths: ['*output_modalities'], items: [1, 1], bad: [[], ['text', 'audio'], ['audio', 'audio']] },
  {
    paths: ['*max_output_tokens'],
    value: fc.oneof(whole(1, 4096), fc.constant('inf')),
    bad: [0, -1, 10.5],
  },
  { kinds: ['ga.response-create'], paths: ['*max_output_tokens'], bad: [4097, 100_000] },
  { paths: ['*.threshold'], value: number(0, 1), bad: [-0.1, 1.01, 50] },
  { paths: ['*.prefix_padding_ms', '*.silence_duration_ms'], value: whole(0, 5000), bad: [300.5] },
  {
    paths: ['*.idle_timeout_ms'],
    value: fc.option(whole(5000, 30_000)),
    bad: [4999, 30_001, 6000.5],
  },
  { paths: ['*truncation.retention_ratio'], value: number(0, 1), bad: [-0.01, 1.5] },
  { paths: ['*.post_instructions'], value: whole(0, 20_000), bad: [-1, 0.5] },
  { paths: ['*audio.output.speed'], value: number(0.25, 1.5), bad: [0.2, 1.51, 0, -1] },
  { paths: ['expires_after.seconds'], value: whole(10, 7200), bad: [9, 7201, 60.5] },
  { paths: ['event_id'], value: fc.string({ maxLength: 512 }), bad: ['e'.repeat(513)] },
  {
    paths: ['response.metadata'],
    value: fc.option(fc.dictionary(fits(/^[a-z_]{1,64}$/), fc.string({ maxLength: 512 }), { maxKeys: 16 })),
    bad: [Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, 'v']))],
    badKeys: ['k'.repeat(65)],
  },
  { paths: ['response.metadata{}'], bad: ['v'.repeat(513)] },
  { paths: ['*.transcription.prompt'], value: fc.string({ maxLength: 1024 }), bad: ['p'.repeat(1025)] },
  {
    paths: ['*.transcription.keywords[]'],
    value: fits(/^[A-Za-z -]{1,20}$/),
    bad: ['a<b', 'a>', 'a\nb', 'a\rb'],
  },
  { paths: ['*.transcription.languages'], items: [1, 3], bad: [[]] },
  { paths: ['*.language', '*.languages[]'], value: fc.constantFrom('en', 'de', 'ja', 'pt') },
  {
    paths: ['*tools[]<function>.name'],
    value: fits(/^[a-zA-Z0-9_-]{1,30}$/),
    bad: ['get.weather', 'a b', ''],
  },
  {
    paths: ['*tools[]<mcp>.server_url'],
    value: fc.webUrl({ validSchemes: ['https'] }),
    bad: ['mcp.example.com/orders', 'https://a b', ''],
  },
  { paths: ['*.tunnel_id'], value: fits(/^tunnel_[a-z0-9]{32}$/), bad: ['tunnel_1', 'tunnel'] },
  { paths: ['*.allowed_callers'], items: [1, 2], bad: [[]] },
  { paths: ['*.error<*>.code'], value: whole(-40_000, 600), bad: [1.5] },
  // Names that the API knows today; the types take any text.
  { kinds: ['ga.translation-*'], paths: ['*model'], value: fc.constantFrom('gpt-realtime-translate') },
  {
    kinds: ['ga.session*', 'ga.client-secret'],
    paths: ['model', 'session<realtime>.model'],
    value: fc.constantFrom(...reasoning, 'gpt-realtime-1.5'),
  },
  {
    paths: ['*.transcription.model'],
    value: fc.constantFrom('gpt-transcribe', 'whisper-1', 'gpt-4o-transcribe', ...withoutVad),
  },
  { paths: ['*.conversation'], value: fc.constantFrom('auto', 'none') },
  { paths: ['*.image_url'], value: fc.constantFrom('data:image/png;base64,iVBORw0KGgo=') },
  // What several keys decide together.
  { paths: ['*tools[]<mcp>'], adjust: oneAddress },
  { paths: ['', 'session<realtime>'], adjust: reasoningWhereKnown },
  { paths: ['*audio.input'], adjust: hintsOfTheModel },
  { kinds: ['ga.transcription-session'], paths: ['*audio.input'], adjust: noVadWhereRefused },
  { paths: ['session<transcription>.audio.input'], adjust: noVadWhereRefused },
];

/** An MCP tool has exactly one address. */
function oneAddress(tool: Record<string, Json>): void {
  const [kept = 'server_url', ...others] = addresses.filter((name) => name in tool);
  tool[kept] ??= 'https://mcp.example.com/orders';
  for (const name of others) delete tool[name];
}

/** "Unsupported option for this model", says the API for models that do not think. */
function reasoningWhereKnown(session: Record<string, Json>): void {
  if (reasoning.includes(String(session.model))) return;
  delete session.reasoning;
  delete session.parallel_tool_calls;
}

/** Only some models take a hint, and one refuses a prompt. */
function hintsOfTheModel({ transcription }: Record<string, Json>): void {
  if (typeof transcription !== 'object' || transcription === null || Array.isArray(transcription)) return;
  if (transcription.model === 'gpt-realtime-whisper') delete transcription.prompt;
}

/** Two transcription models refuse every kind of turn detection. */
function noVadWhereRefused(input: Record<string, Json>): void {
  const { transcription } = input;
  const model = transcription && typeof transcription === 'object' && 'model' in transcription;
  if (model && withoutVad.includes(String(transcription.model))) input.turn_detection = null;
}

/** What the API says about a place; several rules may speak about one. */
export function liveRulesAt(kind: string, path: string): readonly LiveRule[] {
  return liveRules.filter(
    ({ kinds = ['*'], paths }) =>
      kinds.some((one) => patternOf(one)(kind)) && paths.some((one) => patternOf(one)(path)),
  );
}
