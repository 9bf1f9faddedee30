import data from '../../schemas/templates.json';

/** A whole document to start from. */
export interface Template {
  readonly id: string;
  readonly kind: string;
  /** What it is for. */
  readonly title: string;
  readonly description: string;
  /** JSON pointer of the value that one edits first. */
  readonly select: string;
  readonly body: unknown;
}

/** All templates, likeliest first. */
export const templates: readonly Template[] = data.templates;
