import type { Dialect } from './context';
import { consequences } from './messages';
import { readDate, readEnumMap, readStructArray } from './serde-forms';
import { checkKeptText } from './serde-text';

/**
 * Files of the sdk dialect are read by serde's derived code: unknown keys vanish, repeated known keys are
 * refused, and a few forms that nobody writes are taken. Verified against serde 1.0.152, serde_json 1.0.87
 * and chrono 0.4.23; the cases are in test/conformance.
 */
export const serdeDialect: Dialect = {
  consequence: consequences.sdk,
  dropsUnknownKeys: true,
  refusesDuplicates: true,
  readText: checkKeptText,
  read: (ctx, node, schemas) => {
    const firm = schemas.filter(({ advisory }) => !advisory);
    return readEnumMap(ctx, node, firm) || readStructArray(ctx, node, firm) || readDate(ctx, node, firm);
  },
};
