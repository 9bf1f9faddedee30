import { schemaOfKind } from '../../schema/bundle';
import { onlyArgument } from '../arguments';
import type { Command } from '../command';
import { exitCodes } from '../io';
import { kindIds, knownKind } from '../kind-argument';
import { usageError } from '../usage-error';

/** `realtime-config defaults`: a whole document with every default written out. */
export const defaults: Command = {
  name: 'defaults',
  summary: 'Print a complete default document of a kind',
  usage: 'KIND',
  details: ['"realtime-config kinds" lists the kinds.'],
  operands: kindIds,
  options: {},
  run: async (args, io) => {
    const kind = knownKind(onlyArgument(defaults, args, 'KIND'));
    const value = schemaOfKind(kind)?.default;
    if (value === undefined) throw usageError(`The kind "${kind}" has no default document.`);
    io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    return exitCodes.clean;
  },
};
