import { kindsWithSchema } from '../../server/schema/bundle';
import { inRepository, readRepository } from '../support/fixture';

/** A document and the kind it is read as. */
export interface Sample {
  readonly kind: string;
  readonly value: unknown;
}

/** The file of a kind's schema, as it is built. */
export const schemaFile = (kind: string) => inRepository(`dist/schemas/${kind}.schema.json`);

/** Every conformance document that is JSON, and the default of every kind. */
export function samples(): Sample[] {
  const lines = ['sdk.jsonl', 'sdk-edges.jsonl', 'ga.jsonl'].flatMap((file) =>
    readRepository(`test/conformance/${file}`).trimEnd().split('\n'),
  );
  const written = lines.flatMap((line): Sample[] => {
    const { kind, text, doc } = JSON.parse(line) as { kind: string; text?: string; doc?: unknown };
    if (text === undefined) return [{ kind, value: doc }];
    try {
      return [{ kind, value: JSON.parse(text) }];
    } catch {
      return [];
    }
  });
  const defaults = kindsWithSchema.map((kind) => ({ kind, value: schemaOf(kind).default }));
  return [...written, ...defaults];
}

/** A kind's schema, as it is built. */
export const schemaOf = (kind: string): Record<string, unknown> =>
  JSON.parse(readRepository(`dist/schemas/${kind}.schema.json`));

/** Whether every reader of JSON gets the same of it: no number beyond a double's whole ones, no nesting that is a stunt. */
export function isOrdinary(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null) return true;
  return depth < 60 && Object.values(value).every((item) => isOrdinary(item, depth + 1));
}
