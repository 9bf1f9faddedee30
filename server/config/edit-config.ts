import { modify, parse } from 'jsonc-parser';
import { formattingOptions, layoutOf } from '../document/edits';
import { isObject } from '../document/value';
import type { Edit } from '../problem';
import type { Level } from '../rules/settings';

/**
 * Sets a code's level in a project file, keeping its layout and comments.
 * @param text the file as it is; a text without a value becomes a whole file
 * @param file a glob: the level is for what it matches; for the whole project when left out
 */
export function setLevel(text: string, code: string, level: Level, file?: string): Edit[] {
  const options = { formattingOptions: formattingOptions(layoutOf(text)) };
  if (file === undefined) return modify(text, ['rules', code], level, options);
  const config: unknown = parse(text);
  const overrides: unknown[] = isObject(config) && Array.isArray(config.overrides) ? config.overrides : [];
  const own = overrides.findLastIndex(
    (one) => isObject(one) && Array.isArray(one.files) && one.files.length === 1 && one.files[0] === file,
  );
  // The last override that matches holds, so one that others follow is no place to add to.
  if (own >= 0 && own === overrides.length - 1)
    return modify(text, ['overrides', own, 'rules', code], level, options);
  const path = overrides.length > 0 ? ['overrides', overrides.length] : ['overrides'];
  const override = { files: [file], rules: { [code]: level } };
  return modify(text, path, overrides.length > 0 ? override : [override], options);
}
