import { schemaOfKind } from '../../schema/bundle';
import { onlyArgument } from '../arguments';
import type { Command } from '../command';
import { exitCodes } from '../io';
import { kindIds, knownKind } from '../kind-argument';
import { usageError } from '../usage-error';

/** `realtime-config schema`: a kind's JSON Schema, self-contained. */
export const schema: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of a kind',
  usage: 'KIND',
  details: ['The schema is self-contained, draft-07. "realtime-config kinds" lists the kinds.'],
  operands: kindIds,
  options: {},
  run: async (args, io) => {
    const kind = knownKind(onlyArgument(schema, args, 'KIND'));
    const bundle = schemaOfKind(kind);
    if (!bundle) throw usageError(`The kind "${kind}" has no schema.`);
    io.stdout.write(`${JSON.stringify(bundle, null, 2)}\n`);
    return exitCodes.clean;
  },
};
