/** Strongest first; the names of the contracts' JSON output. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** The codes of syntax and schema problems. Every other code is a rule's id. */
export const schemaCodes = [
  'syntax',
  'duplicate-key',
  'unknown-property',
  'missing-property',
  'wrong-type',
  'invalid-value',
  'out-of-range',
  'number-literal',
  'too-long',
  'too-short',
  'too-many',
  'too-few',
  'wrong-pattern',
  'wrong-format',
] as const;

/** A stretch of the text, in UTF-16 code units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** A replacement of a stretch of the text. */
export interface Edit extends Span {
  readonly content: string;
}

/** A repair that travels with its problem. */
export interface Fix {
  /** Says what will be there afterwards. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The repair of choice; at most one a problem. */
  readonly preferred: boolean;
  /** The outcome is what the author wrote, in the right place or form; no value is chosen for them. */
  readonly safe: boolean;
  /** It goes by the document's structure, such as a place to insert at: no other may be made on the same text. */
  readonly structural?: true;
}

/** The other end of a contradiction: another place of the document, and what is there. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** Problems of the schema check that a rule's problem stands for: all of a pointer, or those with one code. */
export interface Silenced {
  readonly pointer: string;
  readonly code?: string;
  /** Only what is said of this missing key. */
  readonly missing?: string;
}

/** Something that is wrong, or worth knowing, at one place of a document. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** RFC 6901 pointer of the value that the problem is about. */
  readonly pointer: string;
  readonly span: Span;
  readonly fixes: readonly Fix[];
  readonly tag?: 'deprecated' | 'unnecessary';
  readonly related?: readonly Related[];
  /** The key that the object lacks, where that is the problem. */
  readonly missing?: string;
  /** Of a rule's problem: what else the schema would say of the same mistake, besides what it says at `pointer`. */
  readonly silences?: readonly Silenced[];
  /** Of a rule's problem: what the schema says at `pointer` is not said, even if it is worse. */
  readonly overrides?: true;
  /** It is about something that is not there, which broken text may only hide. */
  readonly absence?: true;
}

/** A structural repair whose edits are found when somebody asks for them: most fixes are offered and never taken. */
export function lazyFix(
  title: string,
  options: { preferred: boolean; safe: boolean },
  edits: () => readonly Edit[],
): Fix {
  let known: readonly Edit[] | undefined;
  return {
    title,
    preferred: options.preferred,
    safe: options.safe,
    structural: true,
    get edits() {
      known ??= edits();
      return known;
    },
  };
}

/** The span of a node, and nothing else of it. */
export function spanOf({ offset, length }: Span): Span {
  return { offset, length };
}
