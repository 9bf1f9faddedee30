import { github } from './github';
import { gitlab } from './gitlab';
import { json } from './json';
import type { Output } from './output';
import { pretty } from './pretty';
import { sarif } from './sarif';

/** The values of `check --format`; the first is the default. */
export const outputs: Readonly<Record<string, Output>> = {
  pretty,
  json,
  sarif,
  github,
  gitlab,
};
