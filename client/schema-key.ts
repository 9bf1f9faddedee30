import { applyEdits, type Edit, type FormattingOptions, modify, parseTree } from 'jsonc-parser';

const KEY = '$schema';
const PREFIX = 'urn:realtime-config:';

/**
 * The edits that make a document state its kind, or stop doing so. In: its text, a kind id or undefined, and
 * how it is indented. Out: edits of the text, none when there is nothing to do; undefined when the root is no
 * object, so that there is no place for the key. A foreign `$schema` is replaced, never removed.
 */
export function schemaKeyEdits(
  text: string,
  kind: string | undefined,
  formattingOptions: FormattingOptions,
): Edit[] | undefined {
  const root = parseTree(text);
  if (text.trim() !== '' && root?.type !== 'object') return undefined;
  if (kind === undefined) {
    return statedKind(text) === undefined ? [] : modify(text, [KEY], undefined, { formattingOptions });
  }
  const value = PREFIX + kind;
  if (text.trim() === '') {
    const content = applyEdits('{}', modify('{}', [KEY], value, { formattingOptions }));
    return [{ offset: 0, length: text.length, content: `${content}\n` }];
  }
  return modify(text, [KEY], value, { formattingOptions, getInsertionIndex: () => 0 });
}

/** The kind id a document states in `$schema`, undefined when it states none of ours. */
export function statedKind(text: string): string | undefined {
  const property = parseTree(text)?.children?.find(({ children }) => children?.[0]?.value === KEY);
  const value: unknown = property?.children?.[1]?.value;
  return typeof value === 'string' && value.startsWith(PREFIX) ? value.slice(PREFIX.length) : undefined;
}
