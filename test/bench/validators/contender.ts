/** Something that a contender says about a document. */
export interface Finding {
  readonly isError: boolean;
  /** RFC 6901 pointer of the value it is about. */
  readonly pointer: string;
  readonly message: string;
}

/** A way to find the problems of a document, from its text to findings with places. */
export interface Contender {
  readonly name: string;
  readonly find: (kind: string, text: string) => Promise<Finding[]> | Finding[];
}
