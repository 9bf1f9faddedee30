import { applyEdits } from '../document/edits';
import type { Node } from '../document/node';
import { parse, type RealtimeDocument } from '../document/parse';
import type { Fix, Problem } from '../problem';
import type { RuleSettings } from '../rules/settings';
import { diagnose } from './diagnose';

/** Which fixes are taken. */
export interface FixChoice {
  /** Also those that choose a value for the author. */
  readonly suggested: boolean;
  /** Only problems with this code. */
  readonly code?: string;
}

/** What came of it. */
export interface FixOutcome {
  readonly text: string;
  /** How many fixes were made. */
  readonly fixed: number;
}

/** Fixes that undo each other would go on for ever; no document needs so many rounds. */
const MOST_ROUNDS = 5000;

/**
 * Makes preferred fixes until none is left: each round those that do not touch each other, because a fix is reckoned
 * on the text as it stands.
 * @param kindOf decides the kind anew each round, since a fix may add the key that tells it
 */
export function fixText(
  doc: RealtimeDocument,
  kindOf: (root: Node | undefined) => string,
  settings: RuleSettings,
  choice: FixChoice,
): FixOutcome {
  let current = doc;
  let fixed = 0;
  const seen = new Set([doc.text]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const problems = diagnose(current, kindOf(current.root), settings);
    const fixes = compatible(problems.flatMap((problem) => chosenFix(problem, choice) ?? []));
    const text = applyEdits(
      current.text,
      fixes.flatMap(({ edits }) => edits),
    );
    if (fixes.length === 0 || seen.has(text)) break;
    seen.add(text);
    fixed += fixes.length;
    current = parse(text, doc.uri);
  }
  return { text: current.text, fixed };
}

function chosenFix({ code, fixes }: Problem, choice: FixChoice): Fix | undefined {
  if (choice.code !== undefined && code !== choice.code) return undefined;
  return fixes.find(({ preferred, safe }) => preferred && (safe || choice.suggested));
}

/** The fixes, first come first served, none of which changes what another changes or borders on; one structural. */
function compatible(fixes: readonly Fix[]): Fix[] {
  const taken: Fix[] = [];
  let hasStructural = false;
  // In source order, so that each has two neighbours to look at.
  const spans: Stretch[] = [];
  for (const fix of fixes) {
    // Two that insert into one object could both make what is not there yet.
    if (fix.structural && hasStructural) continue;
    const own = fix.edits.map(({ offset, length }) => ({ from: offset, to: offset + length }));
    if (own.length === 0 || own.some((stretch) => !isFree(spans, stretch))) continue;
    taken.push(fix);
    hasStructural ||= fix.structural ?? false;
    for (const stretch of own) spans.splice(placeIn(spans, stretch), 0, stretch);
  }
  return taken;
}

/** From the first character to behind the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How many stretches start before this one does. */
function placeIn(spans: readonly Stretch[], { from }: Stretch): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isFree(spans: readonly Stretch[], stretch: Stretch): boolean {
  const place = placeIn(spans, stretch);
  const [before, next] = [spans[place - 1], spans[place]];
  return (!before || before.to < stretch.from) && (!next || stretch.to < next.from);
}
