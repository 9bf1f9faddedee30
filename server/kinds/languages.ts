import data from '../../schemas/languages.json';

const codes: ReadonlySet<string> = new Set(data.languages.map(({ code }) => code));
const byName = new Map(data.languages.map(({ code, name }) => [name.toLowerCase(), code]));

/** Whether this is a two-letter code of ISO 639-1. */
export function isLanguage(code: string): boolean {
  return codes.has(code);
}

/** The code that a region tag (`en-US`) or an English name (`english`) means; undefined where none is. */
export function languageMeant(text: string): string | undefined {
  const primary = text.toLowerCase().split(/[-_]/)[0] ?? '';
  if (codes.has(primary)) return primary;
  return byName.get(text.trim().toLowerCase());
}
