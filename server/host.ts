/** What the server needs of the machine or browser that it runs on. */
export interface Host {
  /** Today's date, YYYY-MM-DD, by UTC so that all machines agree. */
  readonly today: () => string;
  /** The text of a file; undefined where there is none, or where this host cannot read such a URI. */
  readonly readText: (uri: string) => Promise<string | undefined>;
  /**
   * The URIs of the documents below a folder's URI. Missing where this host cannot look into folders.
   * @param isUnwanted whether nobody waits for the answer any more
   */
  readonly findFiles?: (folder: string, isUnwanted: () => boolean) => Promise<string[]>;
}

/** A host that reads nothing, on a given day. */
export function blindHost(today: string): Host {
  return { today: () => today, readText: () => Promise.resolve(undefined) };
}
