import { convert as convertDocument } from '../conversions';
import { kinds as catalogue } from '../kinds/catalogue';
import { diagnose } from '../problems/diagnose';
import { notesOf, refusalOf, reportOf } from '../problems/report';
import { schemaOfKind } from '../schema/bundle';
import { knownKind, readText } from './options';

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

/** What a conversion depends on, besides the text. */
export interface ConvertOptions extends Settings {
  /** The kind to convert to. */
  readonly to: string;
  /** The kind that the text is; found out as by `detectKind` when left out. */
  readonly from?: string | undefined;
  /** Name or path, as for `detectKind`. */
  readonly fileName?: string | undefined;
}

/** Something that a conversion could not carry over, or chose in its author's place. */
export interface Note {
  /** JSON pointer of the value in the text that was converted; of its object, where something was missing. */
  readonly pointer: string;
  /** The value as JSON on one line, secrets hidden; empty where nothing was there. */
  readonly value: string;
  /** What became of it, and why. */
  readonly message: string;
  readonly range: Range;
}

/** What a conversion made. */
export interface Conversion {
  readonly text: string;
  /** The kind that the text was read as. */
  readonly kind: string;
  /** In the order of the text that was converted. */
  readonly notes: readonly Note[];
}

/** Thrown where a document cannot be converted; the message says why. */
export interface ConversionError extends Error {
  readonly name: 'ConversionError';
  readonly pointer: string;
  readonly position: Position;
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
  const { doc, detected, options: read, resolved } = readText('check', text, options);
  const { target, extra, levels } = resolved;
  const problems = diagnose(doc, detected.kind, {
    target,
    extra,
    levels,
    today: read.today ?? new Date().toISOString().slice(0, 10),
    onRuleError: (id) => {
      throw new Error(
        `The rule "${id}" failed, a mistake in realtime-config. Leave it out: rules: { "${id}": "off" }.`,
      );
    },
  });
  return reportOf(doc, detected, problems);
}

/**
 * The kind of a document, and what decided it: `options.kind`, the globs of `options.kinds`, the name, `$schema`, the
 * content, the default; the first that says something.
 * @throws TypeError when an option is unknown or has a value that it cannot have
 */
export function detectKind(text: string, options: DetectOptions = {}): DetectedKind {
  const { kind, from } = readText('detectKind', text, options).detected;
  return { kind, kindFrom: from };
}

/**
 * A document as another kind, with its layout; what could not be carried over as it was is noted. Where a person would
 * be asked, the documented choice is taken.
 * @throws TypeError when an option is unknown or has a value that it cannot have
 * @throws ConversionError when the text is broken, or its kind cannot become the other
 */
export function convert(text: string, options: ConvertOptions): Conversion {
  const { doc, detected, options: read } = readText('convert', text, options);
  if (read.to === undefined)
    throw new TypeError('convert needs the kind to convert to: { to: "ga.session" }.');
  const outcome = convertDocument(doc, detected.kind, read.to);
  if ('refused' in outcome) {
    const { message, ...place } = refusalOf(doc, outcome);
    throw Object.assign(new Error(message), { name: 'ConversionError', ...place } as const);
  }
  return { text: outcome.text, kind: detected.kind, notes: notesOf(doc, outcome.notes) };
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
