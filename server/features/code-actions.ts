import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  CreateFile,
  type Range,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { setLevel } from '../config/edit-config';
import type { RealtimeDocument } from '../document/parse';
import { textEdits } from '../document/text-edits';
import type { Fix, Problem } from '../problem';
import { diagnose } from '../problems/diagnose';
import { type FixChoice, fixText } from '../problems/fix-text';
import { EXPLAIN_RULE } from '../protocol';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '../rules/settings';
import { toDiagnostic } from './diagnostics';
import { toTextEdits } from './ranges';
import { rewrites } from './rewrites';

/** Repairs everything that can be repaired without a choice; off on save unless somebody asks for it. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.realtime`;

/** Where levels are written: the nearest project file, or one that would be made. */
export interface LevelTarget {
  readonly uri: string;
  /** The file as it is; undefined where it has to be made. */
  readonly text: string | undefined;
  /** The glob that stands for the document, relative to the file's folder. */
  readonly glob: string;
}

/** What actions depend on besides the document. */
export interface ActionContext {
  /** The kinds the client asks for; undefined for all. */
  readonly only?: readonly string[] | undefined;
  readonly settings?: RuleSettings;
  /** Undefined where nothing can be written. */
  readonly levels?: LevelTarget | undefined;
  /** Whether the client can show the page of a code. */
  readonly canExplain?: boolean;
  /** Whether the client shows a conversion before it is made. */
  readonly canConvert?: boolean;
  /** Whether the client can open a string as a text of its own. */
  readonly canEditText?: boolean;
}

/**
 * The fixes of the problems that touch a range, preferred ones first; then those of all problems of that sort, and
 * ways to turn them off. Problems are found anew (the parsed document is at hand), so nothing has to be remembered
 * between a diagnostic and its fix.
 */
export function codeActions(
  doc: RealtimeDocument,
  kind: string,
  range: Range,
  context: ActionContext = {},
): CodeAction[] {
  const { only, settings = DEFAULT_RULE_SETTINGS } = context;
  // A kind that is asked for stands for those below it: `source` for `source.fixAll`, the empty one for all.
  const wants = (actionKind: string) =>
    !only || only.some((wanted) => `.${actionKind}.`.startsWith(wanted ? `.${wanted}.` : ''));
  const actions: CodeAction[] = [];
  // Nobody chooses it from a list of fixes, so it is reckoned for those alone who name it.
  if (only?.some((wanted) => wanted !== '' && wants(wanted)) && wants(FIX_ALL))
    actions.push(...fixAll(doc, kind, settings));
  const rewritten = rewrites(doc, kind, range, { ...context, wants });
  if (!wants(CodeActionKind.QuickFix)) return [...actions, ...rewritten];
  const start = doc.positions.offsetAt(range.start);
  const end = doc.positions.offsetAt(range.end);
  const problems = diagnose(doc, kind, settings);
  const touched = problems.filter(({ span }) => span.offset <= end && start <= span.offset + span.length);
  const fixes = touched.flatMap((problem) => problem.fixes.map((fix) => toAction(doc, problem, fix)));
  const sorted = fixes.sort((a, b) => Number(b.isPreferred ?? false) - Number(a.isPreferred ?? false));
  const codes = [...new Set(touched.map(({ code }) => code))];
  return [
    ...actions,
    ...sorted,
    ...codes.flatMap((code) => fixAllOfCode(doc, kind, settings, problems, code)),
    ...codes.flatMap((code) => turnOff(code, context.levels)),
    ...(context.canExplain ? codes.map(explain) : []),
    ...rewritten,
  ];
}

function toAction(doc: RealtimeDocument, problem: Problem, fix: Fix): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(doc, problem)],
    isPreferred: fix.preferred,
    edit: { changes: { [doc.uri]: toTextEdits(doc, fix.edits) } },
  };
}

/** The edits that make all fixes of a choice; none when there is nothing to fix. */
function editsOf(doc: RealtimeDocument, kind: string, settings: RuleSettings, choice: FixChoice): TextEdit[] {
  const { text } = fixText(doc, () => kind, settings, choice);
  return toTextEdits(doc, textEdits(doc.text, text));
}

function fixAll(doc: RealtimeDocument, kind: string, settings: RuleSettings): CodeAction[] {
  const edits = editsOf(doc, kind, settings, { suggested: false });
  if (edits.length === 0) return [];
  return [{ title: 'Fix all that is safe to fix', kind: FIX_ALL, edit: { changes: { [doc.uri]: edits } } }];
}

/** A list of actions must come at once; whoever has more to fix has `realtime-config fix`. */
const MOST_AT_ONCE = 200;

function fixAllOfCode(
  doc: RealtimeDocument,
  kind: string,
  settings: RuleSettings,
  problems: readonly Problem[],
  code: string,
): CodeAction[] {
  const fixable = problems.filter(
    (problem) => problem.code === code && problem.fixes.some(({ preferred }) => preferred),
  );
  if (fixable.length < 2 || fixable.length > MOST_AT_ONCE) return [];
  const edits = editsOf(doc, kind, settings, { suggested: true, code });
  if (edits.length === 0) return [];
  return [
    {
      title: `Fix all ${fixable.length} of "${code}" in this file`,
      kind: CodeActionKind.QuickFix,
      edit: { changes: { [doc.uri]: edits } },
    },
  ];
}

function turnOff(code: string, target: LevelTarget | undefined): CodeAction[] {
  if (!target || code === 'syntax') return [];
  return [
    {
      title: `Turn off "${code}" for this file`,
      kind: CodeActionKind.QuickFix,
      edit: levelEdit(target, code, target.glob),
    },
    {
      title: `Turn off "${code}" in this project`,
      kind: CodeActionKind.QuickFix,
      edit: levelEdit(target, code),
    },
  ];
}

function levelEdit({ uri, text }: LevelTarget, code: string, glob?: string): WorkspaceEdit {
  const before = text ?? '';
  const positions = TextDocument.create(uri, 'json', 0, before);
  const edits = setLevel(before, code, 'off', glob).map(({ offset, length, content }) => ({
    range: { start: positions.positionAt(offset), end: positions.positionAt(offset + length) },
    newText: text === undefined ? `${content}\n` : content,
  }));
  if (text !== undefined) return { changes: { [uri]: edits } };
  return {
    documentChanges: [
      CreateFile.create(uri, { ignoreIfExists: true }),
      TextDocumentEdit.create({ uri, version: null }, edits),
    ],
  };
}

function explain(code: string): CodeAction {
  const title = `Explain "${code}"`;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: EXPLAIN_RULE, arguments: [code] },
  };
}
