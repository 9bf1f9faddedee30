import { duplicateTool } from './duplicate-tool';
import { modelShutdown } from './model-shutdown';
import type { Rule } from './rule';

/** Every rule, by id. A conventions test compares the list with the files, their tests and their pages. */
export const rules: readonly Rule[] = [duplicateTool, modelShutdown];
