import { type Disposable, Uri, workspace } from 'vscode';
import type { Note } from '../../server/protocol';

const SCHEME = 'realtime-conversion';

/** What a conversion shows: the result, and what could not be carried over. */
export interface Preview {
  readonly result: Uri;
  /** Undefined where everything could be carried over. */
  readonly notes: Uri | undefined;
}

// Nothing is kept on disk: a preview that was left open over a restart of VS Code is empty then.
const texts = new Map<string, string>();
let count = 0;

/** Serves the previews as read-only documents. Out: a Disposable that ends it. */
export function providePreviews(): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
}

/**
 * Makes a preview. In: the name of the result, from which its kind can be told, its text, and the notes with the name of
 * the document they are about.
 */
export function makePreview(name: string, text: string, notes: readonly Note[], source: string): Preview {
  const result = keep(name, text);
  return { result, notes: notes.length > 0 ? keepNotes(notes, source) : undefined };
}

/** Keeps notes as a page of their own. In: the notes, and the name of the document they are about. */
export function keepNotes(notes: readonly Note[], source: string): Uri {
  return keep(`Notes on ${source}.md`, notesPage(notes, source));
}

/** Forgets a preview. */
export function forgetPreview({ result, notes }: Preview): void {
  texts.delete(result.toString());
  if (notes) texts.delete(notes.toString());
}

/** Whether a document is one of a preview. */
export const isPreview = (uri: Uri): boolean => uri.scheme === SCHEME;

function keep(name: string, text: string): Uri {
  count += 1;
  const uri = Uri.from({ scheme: SCHEME, path: `/${count}/${name}` });
  texts.set(uri.toString(), text);
  return uri;
}

function notesPage(notes: readonly Note[], source: string): string {
  const about = notes.map(({ pointer, value, message }) => {
    const held = value === '' ? '' : `\n\n${fenced(value)}`;
    return `## ${pointer === '' ? 'The document' : inline(pointer)}\n\n${message}${held}`;
  });
  return [`# What could not be carried over as written`, `Of ${inline(source)}:`, ...about]
    .join('\n\n')
    .concat('\n');
}

/** Code in a line of Markdown, whatever back quotes it holds. */
function inline(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  return fence.length > 1 ? `${fence} ${text} ${fence}` : `\`${text}\``;
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}json\n${text}\n${fence}`;
}

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
