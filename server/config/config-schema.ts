import { kinds } from '../kinds/catalogue';
import { severities } from '../problem';
import { codes } from '../rules/codes';
import { targets } from '../rules/settings';

const levelDescriptions: Readonly<Record<string, string>> = {
  off: 'Not told at all.',
  hint: 'Shown by a few dots under the first letters.',
  info: 'Worth knowing.',
  warning: 'A warning.',
  error: 'An error; `realtime-config check` fails.',
};
const levels = ['off', ...[...severities].reverse()];

const level = {
  type: 'string',
  enum: levels,
  markdownEnumDescriptions: levels.map((name) => levelDescriptions[name]),
};

const usual: Readonly<Record<string, string>> = {
  error: 'an error',
  warning: 'a warning',
  info: 'an info',
  hint: 'a hint',
};

/** The schema of a map from codes to levels, as the setting and the project file have it. */
export function rulesSchema(): object {
  const own = codes.filter(({ id }) => id !== 'syntax');
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      own.map(({ id, severity, summary }) => [
        id,
        { ...level, markdownDescription: `${summary} At most ${usual[severity]} unless you say otherwise.` },
      ]),
    ),
  };
}

/** The schema of a list of overrides. */
export function overridesSchema(rules: object = { type: 'object', additionalProperties: level }): object {
  return {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['files', 'rules'],
      properties: {
        files: {
          type: 'array',
          items: { type: 'string' },
          markdownDescription:
            'Globs. One without a slash fits files of that name in every folder; others start at the folder of this file.',
        },
        rules,
      },
    },
  };
}

/** The JSON Schema (draft-07) of `.realtimerc.json`. */
export function projectFileSchema(): object {
  const names = { type: 'array', uniqueItems: true, items: { type: 'string', minLength: 1 } };
  const kind = {
    type: 'string',
    enum: kinds.map(({ id }) => id),
    enumDescriptions: kinds.map((one) => one.description),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:realtime-config:realtimerc',
    title: 'Realtime Session Config, project file',
    description:
      'What holds for the *.realtime.json files in this folder and below, in every editor and on the command line.',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string', description: 'The schema of this file, for editors that need to be told.' },
      kinds: {
        type: 'object',
        description:
          'Globs and the kind of document that the files they fit hold. Where several fit, the last decides.',
        additionalProperties: kind,
      },
      defaultKind: {
        ...kind,
        description: 'What a document is taken for as long as nothing tells what it is.',
      },
      rules: { ...rulesSchema(), description: 'Codes of diagnostics and what becomes of them.' },
      overrides: {
        ...overridesSchema({ $ref: '#/properties/rules' }),
        description: 'Levels for some files only. Of those that match a file the last holds.',
      },
      extraModels: { ...names, description: 'Models of your own: offered, and never called unknown.' },
      extraVoices: { ...names, description: 'Voices of your own: offered, and never called unknown.' },
      target: {
        type: 'string',
        enum: targets,
        enumDescriptions: targetDescriptions,
        default: 'openai',
        description: 'Whose servers the files are for.',
      },
    },
  };
}

/** What each target means, in the order of `targets`. */
export const targetDescriptions: readonly string[] = [
  'OpenAI’s own API.',
  'Azure OpenAI: models are names of your deployments, and what does not work there is told.',
  'Another server that speaks the same API: what only OpenAI’s servers are known to do is not held against a file.',
];
