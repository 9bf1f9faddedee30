import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { parse } from '../../server/document/parse';
import { kinds } from '../../server/kinds/catalogue';
import { detectKind } from '../../server/kinds/detect';
import { schemaOfKind } from '../../server/schema/bundle';
import { inRepository, readRepository, stripAnnotations } from '../support/fixture';
import { readCases, ruleFiles } from './cases';

/** A document to start from. */
export interface Seed {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
}

/** Every file below `examples`, those with mistakes as well, as the kind that it is taken for. */
export function exampleSeeds(): Seed[] {
  return readdirSync(inRepository('examples'), { recursive: true, encoding: 'utf8' })
    .map((name) => `examples/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.realtime.json'))
    .sort()
    .map((name) => {
      const text = readRepository(name);
      return { name, text, kind: detectKind(name, parse(text).root).kind };
    });
}

/** The examples, the default document of every kind, and the texts of the rules' own tests. */
export function allSeeds(): Seed[] {
  const defaults = kinds.map(({ id }) => ({
    name: `default of ${id}`,
    kind: id,
    text: JSON.stringify(schemaOfKind(id)?.default ?? {}, null, 2),
  }));
  const cases = ruleFiles().flatMap((file) =>
    readCases(file).flatMap(({ title, options, bad, good }) =>
      [bad, good].flatMap((text) =>
        text === undefined
          ? []
          : [{ name: `${file}, ${title}`, kind: options.kind ?? '', text: stripAnnotations(text) }],
      ),
    ),
  );
  return [...exampleSeeds(), ...defaults, ...cases];
}

/** Numbers drawn by lot, the same for the same seed. */
export function lots(seed: number): (below: number) => number {
  const drawn = fc.sample(fc.nat(), { seed, numRuns: 50_000 });
  let at = 0;
  return (below) => (drawn[at++ % drawn.length] ?? 0) % Math.max(1, below);
}
