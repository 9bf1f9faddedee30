import { resolveConfig } from '../config/resolve';
import { parse } from '../document/parse';
import { kinds as catalogue } from '../kinds/catalogue';
import { detectKind as detect } from '../kinds/detect';
import { diagnose } from '../problems/diagnose';
import { diagnosticsOf } from '../problems/report';
import { schemaOfKind } from '../schema/bundle';
import { knownKind, readOptions } from './options';

/*
 * The npm package's API. Its types are written out here, and import nothing, because this one file's declarations are
 * what is published as dist/api.d.ts. Of the API only this file reads the clock.
 */

/** How bad a problem is. An error is refused by what the document is for. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What decided the kind of a document. */
export type KindSource = 'choice' | 'file name' | '$schema' | 'content' | 'default';

/** A place in a text. Lines and UTF-16 characters count from zero. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From the first character to behind the last. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A way to repair a problem. */
export interface Fix {
  /** What will be there afterwards. */
  readonly title: string;
  /** At most one fix of a problem is. */
  readonly preferred: boolean;
  /** The outcome is what the author meant, in the right form: no value is chosen for them. */
  readonly safe: boolean;
}

/** Something that is wrong in a document, or worth knowing. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable; `realtime-config rules` lists all. */
  readonly code: string;
  /** What is wrong, what comes of it and what to do, in one or two sentences. */
  readonly message: string;
  /** JSON pointer (RFC 6901) of the value that the problem is about. */
  readonly pointer: string;
  readonly range: Range;
  readonly fixes: readonly Fix[];
}

/** The kind of a document: an id of `kinds`, or `none` for a document of another API, which is not checked. */
export interface DetectedKind {
  readonly kind: string;
  readonly kindFrom: KindSource;
}

/** What was found in a document, in source order. */
export interface Report extends DetectedKind {
  readonly diagnostics: readonly Diagnostic[];
}

/** What becomes of a code's problems: another severity, or nothing. */
export type Level = Severity | 'off';

/** The same settings as in `.realtimerc.json`, which this API does not read by itself. */
export interface Settings {
  /** Glob → kind of the files that it fits. Of several that fit the last holds. */
  readonly kinds?: Readonly<Record<string, string>> | undefined;
  /** What a document is taken for when nothing else tells; `sdk.session-request` when left out. */
  readonly defaultKind?: string | undefined;
  /** Code → level. */
  readonly rules?: Readonly<Record<string, Level>> | undefined;
  /** Levels for some files only; of those that fit the last holds. */
  readonly overrides?:
    | readonly {
        readonly files: readonly string[];
        readonly rules: Readonly<Record<string, Level>>;
      }[]
    | undefined;
  /** Models of your own, which then count as known. */
  readonly extraModels?: readonly string[] | undefined;
  /** Voices of your own, which then count as known. */
  readonly extraVoices?: readonly string[] | undefined;
  /** Whose servers the document is for; `openai` when left out. */
  readonly target?: 'openai' | 'azure' | 'other' | undefined;
}

/** What a kind is decided by, besides the text. */
export interface DetectOptions extends Settings {
  /** Decides the kind, whatever else speaks for another. */
  readonly kind?: string | undefined;
  /** Name or path: it may tell the kind, and the globs of settings look at it. The file need not exist. */
  readonly fileName?: string | undefined;
}

/** What a check depends on, besides the text. */
export interface CheckOptions extends DetectOptions {
  /** The date that shutdowns are reckoned with, YYYY-MM-DD; today (UTC) when left out. */
  readonly today?: string | undefined;
}

/** A kind of document. */
export interface Kind {
  readonly id: string;
  /** `sdk`, `ga` or `beta`. */
  readonly dialect: string;
  /** The name of the type in its SDK or API. */
  readonly type: string;
  readonly title: string;
  readonly description: string;
}

/** Every kind of document that this version knows. */
export const kinds: readonly Kind[] = catalogue.map(({ id, dialect, type, title, description }) => ({
  id,
  dialect,
  type,
  title,
  description,
}));

/** A value that JSON can hold. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;

/** An object of such values. */
export interface JsonObject {
  [key: string]: JsonValue;
}

/**
 * Everything that is wrong in a document. Broken text is checked as far as it can be read.
 * @param text the document's text
 * @throws TypeError when an option is unknown or has a value that it cannot have
 */
export function check(text: string, options: CheckOptions = {}): Report {
  const { doc, kind, kindFrom, today, rules } = read('check', text, options);
  const problems = diagnose(doc, kind, {
    ...rules,
    today: today ?? new Date().toISOString().slice(0, 10),
    onRuleError: (id) => {
      throw new Error(
        `The rule "${id}" failed, a mistake in realtime-config. Leave it out: rules: { "${id}": "off" }.`,
      );
    },
  });
  return { kind, kindFrom, diagnostics: diagnosticsOf(doc, problems) };
}

/**
 * The kind of a document, and what decided it: `options.kind`, the globs of `options.kinds`, the name, `$schema`, the
 * content, the default; the first that says something.
 * @throws TypeError when an option is unknown or has a value that it cannot have
 */
export function detectKind(text: string, options: DetectOptions = {}): DetectedKind {
  const { kind, kindFrom } = read('detectKind', text, options);
  return { kind, kindFrom };
}

/**
 * A complete default document of a kind: a new object on every call.
 * @throws TypeError for an unknown kind
 */
export function defaults(kind: string): JsonObject {
  return structuredClone(schemaOfKind(knownKind(kind))?.default) as JsonObject;
}

/**
 * A kind's JSON Schema, draft-07 and self-contained: a new object on every call.
 * @throws TypeError for an unknown kind
 */
export function schema(kind: string): JsonObject {
  return structuredClone(schemaOfKind(knownKind(kind))) as JsonObject;
}

function read(call: string, text: string, options: CheckOptions) {
  if (typeof text !== 'string') throw new TypeError(`${call} needs the document's text.`);
  const { kind: wanted, path, today, config } = readOptions(call, { ...options });
  const doc = parse(text, path);
  const {
    kind: chosen,
    defaultKind,
    target,
    extra,
    levels,
  } = resolveConfig(path, { config, folder: undefined });
  const { kind, from } = detect(path, doc.root, { kind: wanted ?? chosen, defaultKind });
  return { doc, kind, kindFrom: from, today, rules: { target, extra, levels } };
}
