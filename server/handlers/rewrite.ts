import { type DefaultsPlan, type DefaultsScope, planFill, planRemove } from '../features/fill-defaults';
import { toRange } from '../features/ranges';
import { sortKeys } from '../features/sort-keys';
import type { EditResult } from '../protocol';
import type { OpenDocument, Session } from '../session';
import { applyTo, isRefused, openFor, refuse, tell } from './edit-document';

/** `realtimeConfig.server.fillDefaults`: writes out what holds for absent keys. */
export const runFillDefaults = (session: Session, args: unknown): Promise<EditResult> =>
  runDefaults(session, args, planFill);

/** `realtimeConfig.server.removeDefaults`: takes out the values that are what holds without them. */
export const runRemoveDefaults = (session: Session, args: unknown): Promise<EditResult> =>
  runDefaults(session, args, planRemove);

async function runDefaults(
  session: Session,
  args: unknown,
  plan: (doc: OpenDocument['doc'], scope: DefaultsScope) => DefaultsPlan,
): Promise<EditResult> {
  const found = await openFor(session, args);
  if (isRefused(found)) return found;
  const { doc, detected, settings } = found;
  const position = positionOf(args);
  const offset = position && doc.positions.offsetAt(position);
  const planned = plan(doc, { kind: detected.kind, settings: settings.rules, offset });
  return 'refused' in planned ? refuse(session, planned.refused) : applyTo(session, found, planned.edits);
}

/** `realtimeConfig.server.sortKeys`: puts keys into schema order. */
export async function runSortKeys(session: Session, args: unknown): Promise<EditResult> {
  const found = await openFor(session, args);
  if (isRefused(found)) return found;
  const edits = sortKeys(found.doc, found.detected.kind);
  if (!edits)
    return refuse(session, 'Keys can be sorted in a whole document of a known kind. Repair the text first.');
  if (edits.length > 0) return applyTo(session, found, edits);
  await tell(session, 'The keys are in schema order already.');
  return { outcome: 'applied', range: toRange(found.doc, { offset: 0, length: 0 }) };
}

function positionOf(args: unknown): { line: number; character: number } | undefined {
  const { position } = args as { position?: { line?: unknown; character?: unknown } | null };
  return typeof position?.line === 'number' && typeof position.character === 'number'
    ? { line: position.line, character: position.character }
    : undefined;
}
