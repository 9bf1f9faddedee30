import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/paths';

/** A session request to measure with. Where something is typed is marked by text that stands in it once. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** The kind that all samples are of. */
export const SAMPLE_KIND = 'sdk.session-request';

/** A tool as people write them, with some parameters; `broken` makes mistakes that a slip of the pen makes. */
function tool(index: number, broken: boolean): object {
  const parameter = (name: string, type: string) => [
    name,
    { type, description: `The ${name} that the caller gave on the telephone, as a ${type}.` },
  ];
  const properties = Object.fromEntries([
    parameter('order_number', 'string'),
    parameter('quantity', 'integer'),
    parameter('gift_wrapped', 'boolean'),
    ['size', { type: 'string', enum: ['small', 'medium', 'large'], description: 'The size of the parcel.' }],
  ]);
  return {
    type: broken ? 7 : 'function',
    name: `change_order_${index}`,
    [broken ? 'desciption' : 'description']:
      `Changes order line ${index}. Ask the caller before it is called.`,
    parameters: { type: 'object', properties, required: ['order_number', 'quantity'] },
  };
}

/** A session request with so many tools that its text is about as long as asked for. */
export function requestWithTools(bytes: number, broken = false): string {
  const perTool = JSON.stringify([tool(100, false)], null, 2).length * 1.32;
  const tools = Array.from({ length: Math.round(bytes / perTool) }, (_, index) => tool(index, broken));
  const request = {
    model: 'gpt-4o-realtime-preview',
    config: {
      input_audio_format: 'pcm16',
      output_audio_format: 'pcm16',
      turn_detection: {
        type: 'server_vad',
        threshold: 0.5,
        prefix_padding_ms: 300,
        silence_duration_ms: 500,
      },
      tools,
      modalities: ['text', 'audio'],
    },
    instructions: 'Take orders on the telephone. Speak in short sentences. Read every number back.',
    voice: 'shimmer',
    temperature: 0.7,
    max_response_output_tokens: 1024,
  };
  return `${JSON.stringify(request, null, 2)}\n`;
}

/** An example, and requests of 60 kB and 1 MB; then one of 1 MB with two mistakes in each of its tools. */
export function samples(): Sample[] {
  const example = join(projectRoot, 'examples', 'phone-support.realtime.json');
  return [
    { name: 'example, 1.5 kB', text: readFileSync(example, 'utf8') },
    { name: '60 kB of tools', text: requestWithTools(60_000) },
    { name: '1 MB of tools', text: requestWithTools(1_000_000) },
    { name: '1 MB, two mistakes a tool', text: requestWithTools(1_000_000, true) },
  ];
}
