import { FILE_SUFFIX, LANGUAGE_ID } from '../server/protocol';

/** The value of VS Code's setting `files.associations`: file glob → language id. */
export type Associations = Readonly<Record<string, string>>;

/**
 * The setting with every `*.realtime.json` opened as ours. In: the setting as it is at one level. Out: a new
 * value, in which globs for such files that name another language (a longer one would win over ours) are
 * pointed to ours too; globs for other files stay.
 */
export function withOurLanguage(associations: Associations | undefined): Associations {
  const entries = Object.entries(associations ?? {}).map(([glob, language]): [string, string] => [
    glob,
    glob.endsWith(FILE_SUFFIX) ? LANGUAGE_ID : language,
  ]);
  return { ...Object.fromEntries(entries), [`*${FILE_SUFFIX}`]: LANGUAGE_ID };
}
