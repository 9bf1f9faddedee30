import type { RealtimeDocument } from '../document/parse';
import type { SyntaxKindOfIssue } from '../document/syntax';
import { kindById } from '../kinds/catalogue';
import type { Problem } from '../problem';
import { NO_KIND } from '../protocol';
import { runRules } from '../rules/run';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '../rules/settings';
import { schemaOfKind } from '../schema/bundle';
import { checkSchema } from '../schema/check';
import { dialectOf } from './dialects';
import { anotherApi, documentProblems } from './document-problems';
import { discreet } from './secrets';
import { unlessSilenced } from './silence';
import { syntaxProblems } from './syntax-problems';

/** A version of a document is asked about several times (diagnostics, status, fixes); it is checked once. */
const found = new WeakMap<RealtimeDocument, Map<string, Checked>>();

interface Checked {
  readonly settings: RuleSettings;
  readonly problems: readonly Problem[];
}

/**
 * Everything that is wrong, or worth knowing, about a document of a kind, in source order. Pure: the same
 * document, kind and settings give the same problems.
 * @param kind a kind id, or `none` for a document of another API, which is explained and not checked; a kind
 * without a schema gets the syntax check alone
 * @param settings what rules reckon with; the same object gives the same answer without another check
 */
export function diagnose(
  doc: RealtimeDocument,
  kind: string,
  settings: RuleSettings = DEFAULT_RULE_SETTINGS,
): readonly Problem[] {
  const byKind = found.get(doc) ?? new Map<string, Checked>();
  found.set(doc, byKind);
  const known = byKind.get(kind);
  if (known?.settings === settings) return known.problems;
  const problems = check(doc, kind, settings);
  byKind.set(kind, { settings, problems });
  return problems;
}

function check(doc: RealtimeDocument, kindId: string, settings: RuleSettings): Problem[] {
  const bundle = schemaOfKind(kindId);
  const dialect = dialectOf(kindId);
  const kind = kindById(kindId);
  const syntax = syntaxProblems(doc);
  if (kindId === NO_KIND) return finished([...syntax, anotherApi(doc) ?? []].flat(), doc, settings);
  if (!bundle || !dialect || !kind) return syntax;
  const faults = syntax.filter(({ severity }) => severity === 'error').sort(bySpan);
  const byRules = runRules(doc, kind, bundle, settings);
  const bySchema = unlessSilenced(checkSchema(doc, bundle, dialect), byRules);
  const spotted = [...documentProblems(doc, kindId, settings.target), ...bySchema, ...byRules].filter(
    (problem) => !hiddenBySyntax(problem, faults, doc),
  );
  // Where the target's own limit is passed, it need not be said that checking stops farther down.
  const spoken = spotted.some(({ code }) => code === 'syntax') ? faults : syntax;
  return finished([...spoken, ...spotted], doc, settings);
}

/** In source order, at the severities that the user wants, and with no secret in any sentence. */
function finished(problems: readonly Problem[], doc: RealtimeDocument, { levels }: RuleSettings): Problem[] {
  const leveled = problems.flatMap((problem) => {
    const level = problem.code === 'syntax' ? undefined : levels[problem.code];
    if (level === 'off') return [];
    return level === undefined || level === problem.severity ? [problem] : [{ ...problem, severity: level }];
  });
  return discreet(leveled, doc).sort(bySpan);
}

const bySpan = (a: Problem, b: Problem) => a.span.offset - b.span.offset;

/**
 * While the text is broken, keys may be missing only because they could not be read: what is absent is then
 * not reported, nor is anything that overlaps a fault of the text.
 * @param faults in source order; they do not overlap each other
 */
function hiddenBySyntax(
  { code, span, absence }: Problem,
  faults: readonly Problem[],
  doc: RealtimeDocument,
): boolean {
  if (faults.length === 0) return false;
  if ((code === 'missing-property' || absence) && doc.root && losesKeys(doc)) return true;
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
