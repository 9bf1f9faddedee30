import assert from 'node:assert/strict';
import { readRepository } from './fixture';

/**
 * The code that a page gives under a mark such as `<!-- emacs -->`, so that what is tested is what people read.
 * @param page its path in the repository
 */
export function documented(mark: string, page: string): string {
  const found = new RegExp(`<!-- ${mark} -->\\n\\n\`\`\`\\w+\\n(.*?)\`\`\``, 's').exec(readRepository(page));
  assert.ok(found?.[1], `${page} has nothing marked "${mark}"`);
  return found[1];
}
