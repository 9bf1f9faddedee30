import { homepage, version } from '../../../package.json';
import { withoutSecrets } from '../../document/hide';
import type { RealtimeDocument } from '../../document/parse';
import type { Fix, Problem, Severity, Span } from '../../problem';
import { codes } from '../../rules/codes';
import { pageOf } from '../../rules/support/page';
import { ListPrinter } from './list-printer';
import type { Checked, Output } from './output';

/** Where the schema of the form was published. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Stands for the folder that all paths are relative to; whoever reads the log knows where it is. */
const BASE = '%SRCROOT%';

/** A hint is worth knowing and nothing to act on: SARIF has a level of its own for that. */
const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'none',
};

const indexOf = new Map(codes.map(({ id }, index) => [id, index]));

/** What is known at the end of a run. */
interface End {
  readonly complete: boolean;
}

/**
 * A SARIF 2.1.0 log, for code scanning: every code with its page, every problem with its fixes.
 * See https://docs.oasis-open.org/sarif/sarif/v2.1.0/.
 */
export const sarif: Output = (io) => {
  const printer = new ListPrinter<object, End>(io.stdout, logAround);
  return {
    file(checked) {
      for (const problem of checked.problems) printer.add(resultOf(problem, checked));
    },
    end: (_summary, complete) => printer.end({ complete }),
  };
};

function logAround(results: readonly unknown[], end: End | undefined): object {
  const driver = {
    name: 'realtime-config',
    semanticVersion: version,
    informationUri: homepage,
    rules: codes.map(({ id, severity, summary, dialects }) => ({
      id,
      shortDescription: { text: summary },
      fullDescription: {
        text: `${summary} Checked in documents of these dialects: ${dialects.join(', ')}.`,
      },
      helpUri: pageOf(id),
      defaultConfiguration: { level: levels[severity] },
    })),
  };
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        // A lone carriage return ends a line too, as in editors.
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: { [BASE]: { description: { text: 'The folder that the check ran in.' } } },
        results,
        invocations: [{ executionSuccessful: end?.complete ?? true }],
      },
    ],
  };
}

function resultOf(problem: Problem, { report, doc }: Checked): object {
  const { code, severity, message, pointer, span, related } = problem;
  const file = artifactAt(report.file);
  const physicalLocation = (at: Span) => ({ artifactLocation: file, region: regionOf(doc, at) });
  const fixes = problem.fixes.flatMap((fix) => fixOf(fix, file, doc));
  return {
    ruleId: code,
    ruleIndex: indexOf.get(code) ?? -1,
    ...(severity === 'hint' ? { kind: 'informational' } : {}),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: physicalLocation(span),
        ...(pointer === '' ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] }),
      },
    ],
    ...(related
      ? {
          relatedLocations: related.map((one, index) => ({
            id: index + 1,
            message: { text: one.message },
            physicalLocation: physicalLocation(one.span),
          })),
        }
      : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

/** The fix, or nothing where it would write down a secret: half a fix would lose it. */
function fixOf({ title, edits, preferred, safe }: Fix, file: object, doc: RealtimeDocument): object[] {
  if (edits.length === 0 || edits.some(({ content }) => withoutSecrets(doc, content) !== content)) return [];
  const replacements = edits.map((edit) => ({
    deletedRegion: regionOf(doc, edit),
    ...(edit.content === '' ? {} : { insertedContent: { text: edit.content } }),
  }));
  return [
    {
      description: { text: title },
      artifactChanges: [{ artifactLocation: file, replacements }],
      properties: { preferred, safe },
    },
  ];
}

/** Lines and columns count from one, and the end is behind the last character. */
function regionOf(doc: RealtimeDocument, { offset, length }: Span): object {
  const [start, end] = [offset, offset + length].map((at) => doc.positions.positionAt(at));
  return {
    startLine: (start?.line ?? 0) + 1,
    startColumn: (start?.character ?? 0) + 1,
    endLine: (end?.line ?? 0) + 1,
    endColumn: (end?.character ?? 0) + 1,
  };
}

/** Where a file is: relative to the folder of the run, or absolute, as on another drive of Windows. */
function artifactAt(path: string): object {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const drive = /^[A-Za-z](?=:\/)/.exec(path)?.[0];
  return drive === undefined
    ? { uri: encoded, uriBaseId: BASE }
    : { uri: `file:///${drive}:${encoded.slice(`${drive}%3A`.length)}` };
}
