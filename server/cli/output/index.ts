import { json } from './json';
import type { Output } from './output';
import { pretty } from './pretty';

/** The values of `check --format`; the first is the default. */
export const outputs: Readonly<Record<string, Output>> = {
  pretty,
  json,
};
