import betaDefinitions from '../../schemas/beta/definitions.schema.json';
import betaResponseCreate from '../../schemas/beta/response-create.schema.json';
import betaSession from '../../schemas/beta/session.schema.json';
import betaSessionUpdate from '../../schemas/beta/session-update.schema.json';
import betaTranscriptionSession from '../../schemas/beta/transcription-session.schema.json';
import betaTranscriptionSessionUpdate from '../../schemas/beta/transcription-session-update.schema.json';
import gaClientSecret from '../../schemas/ga/client-secret.schema.json';
import gaDefinitions from '../../schemas/ga/definitions.schema.json';
import gaResponseCreate from '../../schemas/ga/response-create.schema.json';
import gaSession from '../../schemas/ga/session.schema.json';
import gaSessionUpdate from '../../schemas/ga/session-update.schema.json';
import gaTranscriptionSession from '../../schemas/ga/transcription-session.schema.json';
import gaTranslationClientSecret from '../../schemas/ga/translation-client-secret.schema.json';
import gaTranslationSession from '../../schemas/ga/translation-session.schema.json';
import gaTranslationUpdate from '../../schemas/ga/translation-update.schema.json';
import parameters from '../../schemas/json-schema/parameters.schema.json';
import sdkDefinitions from '../../schemas/sdk/definitions.schema.json';
import sdkInputAudioTranscription from '../../schemas/sdk/input-audio-transcription.schema.json';
import sdkResponseConfig from '../../schemas/sdk/response-config.schema.json';
import sdkSessionConfig from '../../schemas/sdk/session-config.schema.json';
import sdkSessionRequest from '../../schemas/sdk/session-request.schema.json';
import sdkSessionResponse from '../../schemas/sdk/session-response.schema.json';
import type { JsonSchema } from './types';

/** Kind id → its hand-written root schema. */
const roots: Record<string, unknown> = {
  'sdk.session-request': sdkSessionRequest,
  'sdk.session-config': sdkSessionConfig,
  'sdk.session-response': sdkSessionResponse,
  'sdk.response-config': sdkResponseConfig,
  'sdk.input-audio-transcription': sdkInputAudioTranscription,
  'ga.session': gaSession,
  'ga.transcription-session': gaTranscriptionSession,
  'ga.translation-session': gaTranslationSession,
  'ga.session-update': gaSessionUpdate,
  'ga.translation-update': gaTranslationUpdate,
  'ga.response-create': gaResponseCreate,
  'ga.client-secret': gaClientSecret,
  'ga.translation-client-secret': gaTranslationClientSecret,
  'beta.session': betaSession,
  'beta.transcription-session': betaTranscriptionSession,
  'beta.session-update': betaSessionUpdate,
  'beta.transcription-session-update': betaTranscriptionSessionUpdate,
  'beta.response-create': betaResponseCreate,
};

/** Definitions that the root schemas share. Their names are unique across the files. */
const shared: Record<string, unknown> = {
  ...sdkDefinitions.definitions,
  ...gaDefinitions.definitions,
  ...betaDefinitions.definitions,
  ...parameters.definitions,
};

const DEFINITION = /^[^#]*#\/definitions\/(.+)$/;
const bundles = new Map<string, JsonSchema>();

/** The kinds that have a schema, in catalogue order. */
export const kindsWithSchema: readonly string[] = Object.keys(roots);

/**
 * The kind's schema in one self-contained draft-07 document: references into shared files become
 * `#/definitions/…`, and exactly the definitions that are reached come along. Made once per kind; callers
 * must not change it.
 * @returns undefined for a kind without a schema
 */
export function schemaOfKind(kind: string): JsonSchema | undefined {
  const known = bundles.get(kind);
  if (known) return known;
  const source = Object.hasOwn(roots, kind) ? roots[kind] : undefined;
  if (!source) return undefined;
  const definitions: Record<string, unknown> = {};
  const { definitions: own, ...root } = localise(source, definitions) as JsonSchema;
  const bundle: JsonSchema = {
    ...root,
    definitions: { ...own, ...(definitions as Record<string, JsonSchema>) },
  };
  bundles.set(kind, bundle);
  return bundle;
}

/** Keywords whose values are data: a `$ref` in there is no reference. */
const DATA = new Set(['default', 'examples', 'defaultSnippets', 'x-values', 'const', 'enum']);

/** Keywords whose values are schemas by name: there a key such as `default` is no keyword. */
const BY_NAME = new Set(['properties', 'patternProperties', 'definitions']);

/** Copies a schema with every reference made local, and adds what it refers to to `definitions`. */
export function localise(value: unknown, definitions: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => localise(item, definitions));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === '$ref') copy[key] = localReference(String(item), definitions);
    else if (DATA.has(key)) copy[key] = item;
    else if (BY_NAME.has(key)) copy[key] = localiseEach(item, definitions);
    else copy[key] = localise(item, definitions);
  }
  return copy;
}

function localiseEach(schemas: object, definitions: Record<string, unknown>): unknown {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, localise(schema, definitions)]),
  );
}

function localReference(reference: string, definitions: Record<string, unknown>): string {
  const name = DEFINITION.exec(reference)?.[1];
  if (name === undefined) return reference;
  if (!(name in definitions)) {
    definitions[name] = {};
    definitions[name] = localise(shared[name], definitions);
  }
  return `#/definitions/${name}`;
}

/**
 * Follows `$ref` within a bundled schema.
 * @throws Error when the schema is broken (a reference to nothing), which a test rules out
 */
export function dereference(bundle: JsonSchema, schema: JsonSchema): JsonSchema {
  let current = schema;
  while (current.$ref) {
    const target = bundle.definitions?.[current.$ref.replace('#/definitions/', '')];
    if (!target) throw new Error(`The schema ${bundle.$id} refers to ${current.$ref}, which it lacks.`);
    current = target;
  }
  return current;
}
