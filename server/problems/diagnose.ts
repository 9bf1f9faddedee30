import type { RealtimeDocument } from '../document/parse';
import type { SyntaxKindOfIssue } from '../document/syntax';
import type { Problem } from '../problem';
import { NO_KIND } from '../protocol';
import { schemaOfKind } from '../schema/bundle';
import { checkSchema } from '../schema/check';
import { dialectOf } from './dialects';
import { anotherApi, documentProblems } from './document-problems';
import { syntaxProblems } from './syntax-problems';

/** A version of a document is asked about several times (diagnostics, status, fixes); it is checked once. */
const found = new WeakMap<RealtimeDocument, Map<string, readonly Problem[]>>();

/**
 * Everything that is wrong, or worth knowing, about a document of a kind, in source order. Pure: the same
 * document and kind give the same problems.
 * @param kind a kind id, or `none` for a document of another API, which is explained and not checked; a kind
 * without a schema gets the syntax check alone
 */
export function diagnose(doc: RealtimeDocument, kind: string): readonly Problem[] {
  const byKind = found.get(doc) ?? new Map<string, readonly Problem[]>();
  found.set(doc, byKind);
  const problems = byKind.get(kind) ?? check(doc, kind);
  byKind.set(kind, problems);
  return problems;
}

function check(doc: RealtimeDocument, kind: string): Problem[] {
  const bundle = schemaOfKind(kind);
  const dialect = dialectOf(kind);
  const syntax = syntaxProblems(doc);
  if (kind === NO_KIND) return [...syntax, anotherApi(doc) ?? []].flat().sort(bySpan);
  if (!bundle || !dialect) return syntax;
  const faults = syntax.filter(({ severity }) => severity === 'error').sort(bySpan);
  const spotted = [...documentProblems(doc, kind), ...checkSchema(doc, bundle, dialect)].filter(
    (problem) => !hiddenBySyntax(problem, faults, doc),
  );
  // Where the target's own limit is passed, it need not be said that checking stops farther down.
  const spoken = spotted.some(({ code }) => code === 'syntax') ? faults : syntax;
  return [...spoken, ...spotted].sort(bySpan);
}

const bySpan = (a: Problem, b: Problem) => a.span.offset - b.span.offset;

/**
 * While the text is broken, keys may be missing only because they could not be read: what is absent is then
 * not reported, nor is anything that overlaps a fault of the text.
 * @param faults in source order; they do not overlap each other
 */
function hiddenBySyntax({ code, span }: Problem, faults: readonly Problem[], doc: RealtimeDocument): boolean {
  if (faults.length === 0) return false;
  if (code === 'missing-property' && doc.root && losesKeys(doc)) return true;
  let [low, high] = [0, faults.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBefore = (faults[middle]?.span.offset ?? 0) < span.offset + span.length;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  const last = faults[low - 1]?.span;
  return last !== undefined && span.offset < last.offset + last.length;
}

/** Faults after which the parser still sees every key. */
const harmless: ReadonlySet<SyntaxKindOfIssue> = new Set<SyntaxKindOfIssue>([
  'byte-order-mark',
  'comment',
  'trailing-comma',
  'extra-comma',
  'bad-number',
  'bad-literal',
  'bad-escape',
  'control-character',
  'after-end',
  'too-deep',
]);

const losesKeys = (doc: RealtimeDocument) => doc.syntax.some(({ kind }) => !harmless.has(kind));
