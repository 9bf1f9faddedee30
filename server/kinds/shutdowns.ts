import data from '../../schemas/shutdowns.json';

/** A service that models use, and the ISO date on which it ends or ended. */
export interface Shutdown {
  readonly title: string;
  readonly date: string;
  readonly source: string;
}

/** Services with an announced end, by name. Models have theirs in the catalogue of models. */
export const shutdowns: { readonly [Name in keyof typeof data.services]: Shutdown } = data.services;
