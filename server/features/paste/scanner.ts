/** A place in a text that is read from left to right. */
export class Scanner {
  offset = 0;

  constructor(readonly text: string) {}

  /** The character here; empty at the end. */
  get here(): string {
    return this.text.charAt(this.offset);
  }

  get isAtEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** Whether this very text is next. */
  sees(text: string): boolean {
    return this.text.startsWith(text, this.offset);
  }

  /** Takes this text if it is next. */
  take(text: string): boolean {
    if (!this.sees(text)) return false;
    this.offset += text.length;
    return true;
  }

  /** Takes what a pattern finds here, with its groups; the pattern has to be sticky. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.offset += found[0].length;
    return found;
  }

  /** Passes over white space and the comments of JavaScript and Python. */
  skipBlank(): void {
    while (this.match(/\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*/y));
  }
}
