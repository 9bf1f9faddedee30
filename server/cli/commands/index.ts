import type { Command } from '../command';
import { check } from './check';
import { completionOf } from './completion';
import { convert } from './convert';
import { defaults } from './defaults';
import { emit } from './emit';
import { fix } from './fix';
import { format } from './format';
import { kindsCommand } from './kinds';
import { lsp } from './lsp';
import { rulesCommand } from './rules';
import { schema } from './schema';

/** Every subcommand, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  check,
  fix,
  format,
  convert,
  emit,
  defaults,
  schema,
  kindsCommand,
  rulesCommand,
  lsp,
  completionOf(() => commands),
];
