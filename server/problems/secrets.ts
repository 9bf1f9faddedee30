import { withoutSecrets } from '../document/hide';
import type { RealtimeDocument } from '../document/parse';
import { secretSpans } from '../document/secrets';
import { type Fix, lazyFix, type Problem } from '../problem';

/** Problems without the characters of a secret in any sentence; what a fix writes stays, it is the author's text. */
export function discreet(problems: readonly Problem[], doc: RealtimeDocument): Problem[] {
  if (secretSpans(doc).length === 0) return [...problems];
  const say = (text: string) => withoutSecrets(doc, text);
  return problems.map((problem) => ({
    ...problem,
    message: say(problem.message),
    pointer: say(problem.pointer),
    fixes: problem.fixes.map(
      (fix): Fix => (say(fix.title) === fix.title ? fix : lazyFix(say(fix.title), fix, () => fix.edits)),
    ),
    ...(problem.related
      ? { related: problem.related.map((one) => ({ ...one, message: say(one.message) })) }
      : {}),
  }));
}
