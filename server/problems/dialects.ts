import { type Kind, kindById } from '../kinds/catalogue';
import type { Dialect } from '../schema/context';
import { consequences } from '../schema/messages';
import { serdeDialect } from '../schema/serde';

const dialects: Record<string, (kind: Kind) => Dialect> = {
  sdk: () => serdeDialect,
  ga: ({ whole }) => ({
    ...openAi,
    consequence: consequences.ga(whole),
    keyConsequence: consequences.gaKey(whole),
  }),
  beta: ({ whole }) => ({
    ...openAi,
    consequence: consequences.beta(whole),
    keyConsequence: consequences.betaKey(whole),
  }),
};

/**
 * OpenAI's API reads plain JSON: of a repeated key the last one counts, and what an object does not know makes it
 * refuse everything, which the closed objects of the schemas express.
 */
const openAi = { dropsUnknownKeys: false, refusesDuplicates: false } as const;

/** How files of this kind are read; undefined for an unknown kind. */
export function dialectOf(kind: string): Dialect | undefined {
  const known = kindById(kind);
  return known && dialects[known.dialect]?.(known);
}
