import data from '../../schemas/voices.json';

/** Whether a dialect's API takes a voice; undefined for a name that the catalogue does not have. */
export function takesVoice(dialect: string, voice: string): boolean | undefined {
  return data.voices.find(({ id }) => id === voice)?.dialects.includes(dialect);
}

/** The names of the voices that a dialect takes, those of the current generation first. */
export function voicesOf(dialect: string): string[] {
  return data.voices.filter(({ dialects }) => dialects.includes(dialect)).map(({ id }) => id);
}
