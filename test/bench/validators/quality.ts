import { percent, table } from '../table';
import { type Case, mistakes } from './cases';
import type { Contender, Finding } from './contender';

interface Score {
  right: number;
  /** Documents that are refused, and rightly so. */
  refused: number;
  /** Of these, documents whose place of the mistake is known, and those with an Error there or at its parent. */
  placeable: number;
  placed: number;
  errors: number;
  single: number;
  named: number;
  helpful: number;
}

/** Words with which a message says what to write; naming no more than a rule that was broken is none. */
const REMEDY =
  /must be (?!equal|valid)|must have required|did you mean|it takes|expected|valid values|allowed values: |missing|keep one|remove|write /i;

/** Verdicts, places and messages on conformance cases, one row a measure. */
export async function verdicts(contenders: readonly Contender[], cases: readonly Case[]): Promise<string> {
  const scores: Score[] = [];
  for (const contender of contenders) scores.push(await score(contender, cases));
  const refusable = cases.filter(({ accepts }) => !accepts).length;
  const row = (name: string, cell: (score: Score) => string) => [name, ...scores.map(cell)];
  return table(
    [`${cases.length} documents, ${refusable} refused`, ...contenders.map(({ name }) => name)],
    [
      row('verdict right', ({ right }) => `${right} (${percent(right, cases.length)})`),
      row('refused documents that are found out', ({ refused }) => `${refused} of ${refusable}`),
      row('of these: an Error at the right place or its parent', (one) => percent(one.placed, one.placeable)),
      row('Errors for the one mistake, on average', (one) => (one.errors / one.refused).toFixed(2)),
      row('exactly one Error', (one) => percent(one.single, one.refused)),
      row('a message names the key', (one) => percent(one.named, one.placeable)),
      row('a message says what to write instead', (one) => percent(one.helpful, one.refused)),
    ],
  );
}

async function score(contender: Contender, cases: readonly Case[]): Promise<Score> {
  const score: Score = {
    right: 0,
    refused: 0,
    placeable: 0,
    placed: 0,
    errors: 0,
    single: 0,
    named: 0,
    helpful: 0,
  };
  for (const one of cases) {
    const errors = (await contender.find(one.kind, one.text)).filter(({ isError }) => isError);
    const accepted = errors.length === 0;
    if (accepted === one.accepts) score.right++;
    if (!accepted && !one.accepts) addRefusal(score, one, errors);
  }
  return score;
}

function addRefusal(score: Score, { at }: Case, errors: readonly Finding[]): void {
  score.refused++;
  score.errors += errors.length;
  if (errors.length === 1) score.single++;
  if (errors.some(({ message }) => REMEDY.test(message))) score.helpful++;
  if (at === undefined) return;
  const place = at === '' ? '' : `/${at.replaceAll('.', '/')}`;
  const places = [place, place.slice(0, place.lastIndexOf('/'))];
  const key = place.split('/').findLast((step) => !/^\d*$/.test(step));
  score.placeable++;
  if (errors.some(({ pointer }) => places.includes(pointer))) score.placed++;
  // The document as a whole has no key to be named.
  if (errors.some(({ message }) => key === undefined || message.includes(key))) score.named++;
}

/** How many problems each finds in the examples of mistakes, warnings behind the plus sign. */
export async function counts(contenders: readonly Contender[]): Promise<string> {
  const rows: string[][] = [];
  for (const { name, kind, text } of mistakes()) {
    const cells: string[] = [];
    for (const contender of contenders) {
      const found = await contender.find(kind, text);
      const errors = found.filter(({ isError }) => isError).length;
      cells.push(found.length > errors ? `${errors} + ${found.length - errors}` : String(errors));
    }
    rows.push([name, ...cells]);
  }
  return table(['examples/mistakes, Errors + Warnings', ...contenders.map(({ name }) => name)], rows);
}

/** A few mistakes and all that is said about them, side by side. */
export async function sideBySide(
  contenders: readonly Contender[],
  documents: readonly { readonly title: string; readonly kind: string; readonly text: string }[],
): Promise<string> {
  const rows: string[][] = [];
  for (const { title, kind, text } of documents) {
    const cells: string[] = [];
    for (const { find } of contenders) {
      const found = await find(kind, text);
      const said = found.map(
        ({ isError, pointer, message }) =>
          `${isError ? 'Error' : 'Warning'} at ${pointer || 'the root'}: ${message}`,
      );
      cells.push(
        said.slice(0, 4).join('<br>') + (said.length > 4 ? `<br>and ${said.length - 4} more` : '') || '–',
      );
    }
    rows.push([title, ...cells]);
  }
  return table(['mistake', ...contenders.map(({ name }) => name)], rows);
}
