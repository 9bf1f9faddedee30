import { readFile } from 'node:fs/promises';
import { FILE_SUFFIX } from '../protocol';
import type { FileRun } from './file-run';
import { type Found, findFiles, readTrouble, shownPath } from './files';

/** A text to work on. `path` is where it lies; undefined for standard input. */
export interface Input {
  /** Relative to the working directory, with `/`. */
  readonly name: string;
  readonly path: string | undefined;
  readonly text: string;
}

/** An argument or a file that gives no text, and why. */
export interface Unusable {
  readonly name: string;
  readonly trouble: string;
}

/**
 * The texts that a command's arguments stand for, read one by one, each once even if several arguments
 * lead to it. No arguments mean the working directory.
 * @param run is told how far it is
 * @param stdinName what the text of `-` is called
 * @returns texts, and whatever could not be had; never throws for a file's sake
 */
export async function* readInputs(
  args: readonly string[],
  run: FileRun,
  stdinName: string,
): AsyncGenerator<Input | Unusable> {
  const { io } = run;
  const wanted = new Set(args.length > 0 ? args : ['.']);
  const found = await placesOf(wanted, run);
  run.found(found.length);
  try {
    for (const each of found) {
      if (each === STDIN) yield decoded(stdinName, undefined, await readAll(io.stdin));
      else if ('trouble' in each) yield each;
      else yield await readInput(each.path, shownPath(each.path, io.cwd));
      await run.next();
    }
    // One empty directory among others is no mistake: shells put them there for a `*`.
    if (found.length === 0)
      yield { name: [...wanted].join(', '), trouble: `there is no *${FILE_SUFFIX} here` };
  } finally {
    run.end();
  }
}

const STDIN = '-';

/** What arguments lead to, each place once. */
async function placesOf(args: Iterable<string>, run: FileRun): Promise<(Found | typeof STDIN)[]> {
  const places: (Found | typeof STDIN)[] = [];
  const seen = new Set<string>();
  for (const argument of args) {
    if (argument === STDIN) {
      places.push(STDIN);
      continue;
    }
    for (const each of await findFiles(argument, run.io.cwd, () => run.looked())) {
      if ('trouble' in each || !seen.has(each.path)) places.push(each);
      if ('path' in each) seen.add(each.path);
    }
  }
  return places;
}

async function readInput(path: string, name: string): Promise<Input | Unusable> {
  try {
    return decoded(name, path, await readFile(path));
  } catch (error) {
    return { name, trouble: readTrouble(error) };
  }
}

/** A byte order mark stays in the text: it is the parser that reports it. */
function decoded(name: string, path: string | undefined, bytes: Uint8Array): Input | Unusable {
  try {
    return { name, path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const mark = `${bytes[0]} ${bytes[1]}`;
    const wide = mark === '255 254' || mark === '254 255';
    return { name, trouble: `this is ${wide ? 'UTF-16' : 'no UTF-8'} text. Save it as UTF-8` };
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
