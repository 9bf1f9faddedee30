import type { RealtimeDocument } from '../../document/parse';
import type { Severity } from '../../problem';
import type { Diagnostic } from '../../problems/report';
import type { Io } from '../io';
import type { FileReport, Summary } from '../report';
import { visible } from '../visible';
import { type Paint, paintFor } from './colours';
import type { Output } from './output';
import { sourceFrame } from './source-frame';

const colours = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' } as const;

/** What the closing lines tell besides the summary. */
interface Tally {
  /** Files of which something was printed. */
  files: number;
  /** Problems whose preferred fix is safe. */
  safe: number;
  /** Other problems with a preferred fix, which chooses a value. */
  suggested: number;
}

/**
 * For people: a block for each file with problems, as it was checked, and a closing line; nothing when all is
 * clean. Hints are left out, they are for editors. On a terminal with the source lines.
 */
export const pretty: Output = (io) => {
  const paint = paintFor(io);
  const tally: Tally = { files: 0, safe: 0, suggested: 0 };
  return {
    file({ report, doc }) {
      const diagnostics = report.diagnostics.filter(({ severity }) => severity !== 'hint');
      if (diagnostics.length === 0) return;
      tally.files++;
      countRepairs(tally, diagnostics);
      io.stdout.write(block({ ...report, diagnostics }, doc, io, paint));
    },
    end(summary) {
      const closing = closingLines(summary, tally, paint);
      if (closing.length > 0) io.stdout.write(`${closing.join('\n')}\n`);
    },
  };
};

/**
 * Every problem's line has the whole place, because terminals make links of such lines and problem matchers read
 * them one by one.
 */
function block(report: FileReport, doc: RealtimeDocument, io: Io, paint: Paint): string {
  const file = paint('underline', visible(report.file));
  const places = report.diagnostics.map(
    ({ range }) => `:${range.start.line + 1}:${range.start.character + 1}`,
  );
  const placeWidth = widest(places);
  const numberWidth = widest(report.diagnostics.map(({ range }) => String(range.start.line + 1)));
  const severityWidth = widest(report.diagnostics.map(({ severity }) => severity));
  const lines: string[] = [];
  for (const [index, { severity, message, code, range }] of report.diagnostics.entries()) {
    const place = paint('dim', (places[index] ?? '').padEnd(placeWidth));
    const strength = paint(colours[severity], severity.padEnd(severityWidth));
    lines.push(`${file}${place}  ${strength}  ${visible(message)}  ${paint('dim', code)}`);
    if (io.isTTY)
      lines.push(...sourceFrame(doc, range, numberWidth, (text) => paint(colours[severity], text)));
  }
  return `${lines.join('\n')}\n\n`;
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

function countRepairs(tally: Tally, diagnostics: readonly Diagnostic[]): void {
  for (const { fixes } of diagnostics) {
    const first = fixes.find(({ preferred }) => preferred);
    if (first?.safe) tally.safe++;
    else if (first) tally.suggested++;
  }
}

function closingLines({ files, errors, warnings, infos }: Summary, tally: Tally, paint: Paint): string[] {
  const problems = errors + warnings;
  if (problems + infos === 0) return [];
  const parts = [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')];
  const counts = problems > 0 ? ` (${parts.filter(Boolean).join(', ')})` : '';
  const notes = infos > 0 ? `, ${plural(infos, 'note')}` : '';
  const text = `${problems > 0 ? '✖ ' : ''}${plural(problems, 'problem')}${counts}${notes} in ${tally.files === files ? '' : `${tally.files} of `}${plural(files, 'file')}.`;
  const worst: Severity = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'info';
  const repair = repairLine(tally);
  return [paint(colours[worst], text), ...(repair ? [repair] : [])];
}

function repairLine({ safe, suggested }: Tally): string | undefined {
  if (safe > 0 && suggested > 0)
    return `  "realtime-config fix" repairs ${safe} of them, with "--suggested" ${suggested} more.`;
  if (safe > 0) return `  "realtime-config fix" repairs ${safe} of them.`;
  return suggested > 0 ? `  "realtime-config fix --suggested" repairs ${suggested} of them.` : undefined;
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
