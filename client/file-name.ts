import type { Uri } from 'vscode';

/** The last part of a path, with its endings; empty where there is none. In: a document's address. */
export function fileName({ path }: Uri): string {
  return path.split('/').at(-1) ?? '';
}

/**
 * A name that tells another kind than before. In: a file's name, with or without a kind in it, and a kind id. Out:
 * `support.ga.session.realtime.json` for `support.json`.
 */
export function nameWithKind(name: string, kind: string): string {
  return `${name.replace(/(\.[a-z]+\.[a-z-]+)?(\.realtime)?\.json$/, '')}.${kind}.realtime.json`;
}
