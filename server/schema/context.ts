import { type Node, pathOf, pointerOf } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import type { Fix, Problem, Severity, Span } from '../problem';
import { messages } from './messages';
import type { JsonSchema } from './types';
import type { Applied } from './walk';

/** What a check knows, and where its findings go. */
export interface CheckContext {
  readonly doc: RealtimeDocument;
  readonly bundle: JsonSchema;
  readonly dialect: Dialect;
  readonly problems: Problem[];
  /** What has been reported, by place, code and message. */
  readonly said: Set<string>;
  /** Offsets of what the text check has reported, which stands for everything else to be said there. */
  readonly settled: Set<number>;
  /** Checks a value against the subschemas of its place; given here so that readings can recur. */
  readonly check: (node: Node, schemas: readonly Applied[]) => void;
}

/** How the reader of a dialect's files differs from plain JSON Schema. */
export interface Dialect {
  /** The last sentence of an Error: what becomes of the file. */
  readonly consequence: string;
  /** The same where an unknown key is the cause; without one the general one holds. */
  readonly keyConsequence?: string;
  /** Whether unknown keys of a struct (an object schema that names its properties) are dropped unread. */
  readonly dropsUnknownKeys: boolean;
  /** Whether a repeated key is refused where the schema knows the key. */
  readonly refusesDuplicates: boolean;
  /**
   * Reads a value in a way that JSON Schema cannot express.
   * @returns true when the value has been dealt with and needs no further check
   */
  readonly read?: (ctx: CheckContext, node: Node, applied: readonly Applied[]) => boolean;
  /** Finds what only the source text shows, before any schema is looked at. */
  readonly readText?: (ctx: CheckContext) => void;
}

/** The quoted key that holds a value, for messages; array elements are named by their array. */
export function nameOf(node: Node): string {
  const path = pathOf(node);
  const last = path.at(-1);
  if (last === undefined) return 'The document';
  if (typeof last === 'string') return `"${last}"`;
  const array = path.findLast((step) => typeof step === 'string');
  return array === undefined ? `Entry ${last + 1}` : `Entry ${last + 1} of "${array}"`;
}

/** The source text of a node. */
export function sourceOf(doc: RealtimeDocument, node: Node): string {
  return doc.text.slice(node.offset, node.offset + node.length);
}

/** A finding before its severity and place are settled. */
export interface Finding {
  code: string;
  message: string;
  severity?: Severity;
  span?: Span;
  pointer?: string;
  fixes?: readonly Fix[];
  tag?: 'deprecated' | 'unnecessary';
  missing?: string;
}

/** Adds a problem about a node; advisory schemas never give more than a Warning. */
export function report(ctx: CheckContext, node: Node, advisory: boolean, finding: Finding): void {
  const path = finding.pointer ?? pointerOf(node);
  // One place can be reached by several subschemas that say the same.
  const saying = [path, finding.code, finding.message].join('\n');
  if (ctx.said.has(saying)) return;
  ctx.said.add(saying);
  ctx.problems.push({
    code: finding.code,
    severity: advisory ? 'warning' : (finding.severity ?? 'error'),
    message: finding.message,
    pointer: path,
    span: finding.span ?? { offset: node.offset, length: node.length },
    fixes: finding.fixes ?? [],
    ...(finding.tag ? { tag: finding.tag } : {}),
    ...(finding.missing === undefined ? {} : { missing: finding.missing }),
  });
}

/** What follows from a problem: the dialect's word, or a milder one where the target takes anything. */
export function consequenceOf(ctx: CheckContext, advisory: boolean): string {
  return advisory ? messages.advice : ctx.dialect.consequence;
}
