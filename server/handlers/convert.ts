import { MessageType } from 'vscode-languageserver';
import { type Converted, convert } from '../conversions/index';
import { targetsOf } from '../conversions/pairs';
import { textEdits } from '../document/text-edits';
import { type Kind, kindById } from '../kinds/catalogue';
import type { Choice, ConvertArgs, ConvertResult, Note } from '../protocol';
import type { OpenDocument, Session } from '../session';
import { applyTo, ask, isRefused, openFor, refuse } from './edit-document';

/** `realtimeConfig.server.conversions`: the kinds that a document can become. */
export async function listConversions(session: Session, args: unknown): Promise<Choice[]> {
  const found = await openFor(session, args);
  return isRefused(found)
    ? []
    : targets(found).map(({ id, title, description }) => ({ id, title, description }));
}

/**
 * `realtimeConfig.server.convert`: makes a document one of another kind, or says what it would be. Without a kind it asks.
 * @param args see ConvertArgs
 */
export async function runConvert(session: Session, args: unknown): Promise<ConvertResult> {
  const found = await openFor(session, args);
  if (isRefused(found)) return found;
  const { to: wanted, preview } = args as Partial<ConvertArgs>;
  const choices = targets(found);
  if (choices.length === 0) return refuse(session, whyNone(found));
  const to = wanted ?? (await askForKind(session, choices));
  if (to === undefined) return { outcome: 'cancelled' };
  const outcome = convert(found.doc, found.detected.kind, to);
  if ('refused' in outcome) return refuse(session, outcome.refused);
  if (preview) return { outcome: 'text', ...outcome };
  return replaceBy(session, found, to, outcome);
}

function targets({ doc, detected }: OpenDocument): Kind[] {
  const kind = kindById(detected.kind);
  return kind ? targetsOf(kind, doc.root) : [];
}

function whyNone({ detected }: OpenDocument): string {
  const kind = kindById(detected.kind);
  return kind
    ? `There is nothing to convert ${kind.id} to. Choose another kind for this document if it is something else.`
    : 'This is a document of another API, which cannot be converted.';
}

async function askForKind(session: Session, choices: readonly Kind[]): Promise<string | undefined> {
  const titles = choices.map(({ id }) => id);
  return ask(session, MessageType.Info, 'What shall this document become?', titles);
}

async function replaceBy(
  session: Session,
  found: OpenDocument,
  to: string,
  { text, notes }: Converted,
): Promise<ConvertResult> {
  const edits = textEdits(found.doc.text, text);
  const unchanged = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const applied =
    edits.length > 0
      ? await applyTo(session, found, edits)
      : ({ outcome: 'applied', range: unchanged } as const);
  if (applied.outcome !== 'applied') return applied;
  await tellOf(session, to, notes);
  return { ...applied, notes };
}

/** What was not carried over goes to the log, where it can be read in peace; a client with a view of its own shows it there. */
async function tellOf(session: Session, to: string, notes: readonly Note[]): Promise<void> {
  if (session.options.canConvert || notes.length === 0) return;
  for (const { pointer, value, message } of notes)
    session.connection.console.info(`${pointer || '/'}: ${message}${value && ` (${value})`}`);
  const count = notes.length === 1 ? 'One thing' : `${notes.length} things`;
  await ask(
    session,
    MessageType.Warning,
    `Converted to ${to}. ${count} could not be carried over as written: see the log of the language server.`,
    [],
  );
}
