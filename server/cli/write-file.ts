import { writeFileSync } from 'node:fs';
import { readTrouble } from './files';

/**
 * Writes a file in one go: Ctrl-C is heard before or after, and leaves no half-written file.
 * @returns why it cannot be written, as a sentence without a stop; undefined when it is
 */
export function writeWhole(path: string, text: string): string | undefined {
  try {
    writeFileSync(path, text);
    return undefined;
  } catch (error) {
    return readTrouble(error);
  }
}
